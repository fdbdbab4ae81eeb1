#!/usr/bin/env bash
# # An overlay network across two machines
#
# Two namespaces on two machines, in one subnet: a switch on each, and between the switches a
# cable made of UDP packets (VXLAN). At the end both reach the internet through one of the
# machines. That is how Docker Swarm, Flannel and OpenStack connect containers across hosts.
#
# It takes two machines, so it cannot be run by hand as one script: type each step on its node.
#: lab nodes=node1,node2

# The kernel must know VXLAN. What IPv6 says by itself is kept out of the traces.
#: hidden
if ip link add probe type vxlan id 1 dstport 4789; then ip link delete probe; else
  echo "This machine's kernel has no vxlan, which this demo is about."; false; fi
sysctl -qw net.ipv6.conf.all.disable_ipv6=1

#: hidden
#: node node2
sysctl -qw net.ipv6.conf.all.disable_ipv6=1

# ## One subnet, two machines
#
# `node1` and `node2` are neighbours on a private network. We want `ns1` on the one and `ns2` on
# the other to be neighbours too, on a network of their own.

# Where are we? `eth1` is on the private network, and there the other machine is near.
#: expect /eth1@\S+ +UP +10\.0\.0\.11\/24[^]* 0% packet loss/
ip -4 -br addr show eth1
ping -c1 -W1 node2-pvt

# A namespace on a switch, as in Demo 1: make the bridge `br0` and the namespace `ns1`, connect
# them by a veth pair, take every link up, and give the inner end an address.
#: expect /eth0@\S+ +UP +192\.168\.255\.11\/24/
ip link add br0 type bridge
ip netns add ns1
ip link add ns1-ext master br0 type veth peer name eth0 netns ns1
ip link set br0 up
ip link set ns1-ext up
ip -n ns1 link set lo up
ip -n ns1 link set eth0 up
ip -n ns1 addr add 192.168.255.11/24 dev eth0
ip -n ns1 -4 -br addr show eth0

#: hidden
ip netns exec ns1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1

# The same on the other machine, for `ns2`. Its address is in the same subnet.
#: node node2
#: expect /eth0@\S+ +UP +192\.168\.255\.12\/24/
ip link add br0 type bridge
ip netns add ns2
ip link add ns2-ext master br0 type veth peer name eth0 netns ns2
ip link set br0 up
ip link set ns2-ext up
ip -n ns2 link set lo up
ip -n ns2 link set eth0 up
ip -n ns2 addr add 192.168.255.12/24 dev eth0
ip -n ns2 -4 -br addr show eth0

#: hidden
#: node node2
ip netns exec ns2 sysctl -qw net.ipv6.conf.all.disable_ipv6=1

# Does `ns1` reach `ns2`? No. For `ns1` the address is in its own subnet, so it asks no router. It
# calls for a neighbour (ARP), three times, and gives up.
#: expect exit=nonzero /Destination Host Unreachable/
ip netns exec ns1 ping -c1 -W4 192.168.255.12

# The call is heard on the switch, and goes no further: `br0` has no port that leads to the
# other machine.
#? Why not plug `eth1` into the bridge? It works here, but the network between two machines is seldom yours: most clouds drop frames from MAC addresses they did not hand out.
#: expect /who-has 192\.168\.255\.12 tell 192\.168\.255\.11/ timeout=10s
(ip netns exec ns1 ping -c3 -W1 192.168.255.12 > /dev/null &)
tcpdump -tnni br0 -c2 arp

# ## A cable made of packets
#
# The machines can send each other UDP packets. A *VXLAN* device puts whole Ethernet frames into
# them: a patch cable from one switch to the other, across whatever network is in between.

# We make our end. It is known by a number, here 42, so that many such networks can share the
# way; `remote` is the machine at the far end. Port 4789 is VXLAN's own, but Linux had the device
# before the standard, and without `dstport` takes another.
#: expect /vxlan id 42 [^]*dstport 4789/
ip link add vxlan0 type vxlan id 42 dev eth1 \
  local 10.0.0.11 remote 10.0.0.12 dstport 4789
ip -d link show vxlan0

# We plug it into the switch and take it up. Still no answer.
#: expect exit=nonzero /ns1-ext@[^]*vxlan0 [^]*Unreachable/
ip link set vxlan0 master br0
ip link set vxlan0 up
ip -br link show master br0
ip netns exec ns1 ping -c1 -W4 192.168.255.12

# But the call leaves the machine now. Here is the ARP request, inside a UDP packet to `node2`. It
# arrives, too: `node2` says that nobody listens on that port.
#: expect /10\.0\.0\.12\.4789: VXLAN[^]*who-has 192\.168\.255\.12[^]*udp port 4789 unreachable/ timeout=10s
(ip netns exec ns1 ping -c3 -W1 192.168.255.12 > /dev/null &)
tcpdump -tnni eth1 -c4 udp port 4789 or icmp

# A cable has two ends. The other one is the same the other way round.
#: node node2
#: expect /ns2-ext@[^]*vxlan0 /
ip link add vxlan0 type vxlan id 42 dev eth1 \
  local 10.0.0.12 remote 10.0.0.11 dstport 4789
ip link set vxlan0 master br0
ip link set vxlan0 up
ip -br link show master br0

# Two machines, one network. To `ns2` and `ns1` there is nothing in between.
#: node node2
#: expect / 0% packet loss/
ip netns exec ns2 ping -c1 -W4 192.168.255.11

# And back, seen on the wire. Every packet is two: outside, `node1` sends UDP to `node2`; inside,
# `ns1` pings `ns2`. The private network knows nothing of 192.168.255.0/24, and does not have to.
#? VXLAN hides nothing: whoever sees the wire sees this. For encryption, WireGuard or IPsec goes below it.
#: expect /10\.0\.0\.11\.\d+ > 10\.0\.0\.12\.4789: VXLAN.* vni 42\n *IP 192\.168\.255\.11 > 192\.168\.255\.12: ICMP echo request/ timeout=10s
(ip netns exec ns1 ping -c3 -W1 192.168.255.12 > /dev/null &)
tcpdump -tnni eth1 -c4 udp port 4789

# To the switch the tunnel is a port like any other. It has learned that somebody is behind
# `vxlan0`: that is `ns2`. The tunnel itself remembers (`self`) on which machine.
#: expect /^(\S+) dev vxlan0[^]*\1 dev vxlan0 dst 10\.0\.0\.12 [^]*192\.168\.255\.12 .*lladdr \1 /
ip netns exec ns1 ping -c1 -W1 192.168.255.12 > /dev/null
bridge fdb show br br0 dynamic
ip -n ns1 neigh show 192.168.255.12

# ## Too big to fit
#
# There is a price: 50 bytes of every packet. Forgetting them makes the most puzzling trouble with
# overlays: some things work, and others hang.

# A small ping gets through. One of 1500 bytes, the most that a normal link takes, does not, and
# nobody says why. (`-Mdo` means: do not cut it into fragments.)
#: expect exit=nonzero / 0% packet loss[^]*100% packet loss/
ip netns exec ns1 ping -c1 -W1 192.168.255.12
ip netns exec ns1 ping -c1 -W1 -Mdo -s 1472 192.168.255.12

# The UDP packet has to fit into 1500 bytes as well. The tunnel knows: its MTU is 1450. `ns1`
# does not, and a switch drops what is too big for a port without a word, since only routers
# write letters of complaint.
#: expect /mtu 1450[^]*mtu 1500/
ip link show vxlan0 | grep -o 'mtu [0-9]*'
ip -n ns1 link show eth0 | grep -o 'mtu [0-9]*'

# So everyone on an overlay has to know. With the right MTU, `ns1` finds out by itself what is too
# big, and TCP makes its packets to measure.
#: expect exit=nonzero /mtu ?= ?1450/
ip -n ns1 link set eth0 mtu 1450
ip netns exec ns1 ping -c1 -W1 -Mdo -s 1472 192.168.255.12

# The same for `ns2`. The biggest packet of 1450 bytes passes in both directions.
#: node node2
#: expect / 0% packet loss/
ip -n ns2 link set eth0 mtu 1450
ip netns exec ns2 ping -c1 -W1 -Mdo -s 1422 192.168.255.11

# ## Out through node1
#
# The overlay leads nowhere yet but to its own members. One of the machines shall be its way out:
# `node1`.

# `node1` joins the overlay: an address on its switch makes it a neighbour of both namespaces. It
# becomes a router, and masquerades, as in Demo 1.
#: expect /ip_forward = 1/
ip addr add 192.168.255.1/24 dev br0
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -s 192.168.255.0/24 ! -o br0 -j MASQUERADE

# `ns1` sends everything that is not local to `node1`, and gets out.
#: expect / 0% packet loss/
ip -n ns1 route add default via 192.168.255.1
ip netns exec ns1 ping -c1 -W1 8.8.8.8

# And `ns2`? The machine it runs on has an internet connection of its own, but no address on the
# overlay: it is no neighbour of `ns2`, it only carries its frames. So `ns2` has no way out.
#: node node2
#: expect exit=nonzero / 0% packet loss[^]*Network is unreachable/
ping -c1 -W1 8.8.8.8
ip netns exec ns2 ping -c1 -W1 8.8.8.8

# Its router is `node1`, at the other end of the tunnel. For `ns2` that is next door.
#: node node2
#: expect /^default via 192\.168\.255\.1 dev eth0[^]* 0% packet loss/
ip -n ns2 route add default via 192.168.255.1
ip -n ns2 route
ip netns exec ns2 ping -c1 -W1 8.8.8.8

# See how the ping leaves `node2`: not by `eth0`, where the internet is, but in the tunnel on
# `eth1`.
#: node node2
#: expect /10\.0\.0\.12\.\d+ > 10\.0\.0\.11\.4789: VXLAN.*\n *IP 192\.168\.255\.12 > 8\.8\.8\.8: ICMP echo request/ timeout=10s
(ip netns exec ns2 ping -c3 -W1 8.8.8.8 > /dev/null &)
tcpdump -tnni eth1 -c4 udp port 4789

# And who is seen out there? A web server knows: it is asked by 192.168.121.11, and that is
# `node1`.
#? `curl http://example.com` on node2 itself, outside the namespace, shows its own address, 192.168.121.12.
#: node node2
#: expect /^RemoteAddr: 192\.168\.121\.11:/
ip netns exec ns2 curl -sm5 http://example.com

# One last look, for which `ns2` goes on asking in the background.
#: node node2
(ip netns exec ns2 ping 8.8.8.8 > /dev/null &)

# Here is the whole way, seen on `node1`: in from `vxlan0` with the address of `ns2`, out by `eth0`
# with that of `node1`, and back. A tunnel below and NAT above, and neither knows of the other.
#? If the first line says `P` instead of `In`: the frame is for the MAC address of `br0`, not of the port it came in by.
#: expect /vxlan0 +(?:In|P) +IP 192\.168\.255\.12 > [^]*eth0 +Out +IP 192\.168\.121\.11 > 8\.8\.8\.8/ timeout=10s
tcpdump -tnni any -c6 icmp and host 8.8.8.8
