#!/usr/bin/env bash
# # Network namespaces and bridge devices
#
# Two network namespaces, one virtual switch: from nothing to a published web service, with
# `ip`, `iptables` and `socat`. At the end you have built by hand what Docker and Podman do for
# every container.
#: lab nodes=node1

# ## Two namespaces on one switch
#
# We want two isolated networks, `ns1` and `ns2`, that can talk to each other. It takes a switch,
# two cables, two addresses, and every single link up.

# A *bridge device* is a virtual switch. We make one, called `br0`. Note its state: a new link
# is `DOWN`.
#: expect /br0 +DOWN/
ip link add br0 type bridge
ip -br link show br0

# Now the two namespaces. `ip netns add` gives a network namespace a name, so that it lives on
# without a process in it.
#: expect /ns2[^]*ns1|ns1[^]*ns2/
ip netns add ns1
ip netns add ns2
ip netns list

# What is in a new namespace? `ip netns exec ns1` runs any command in there. It finds one
# device, the loopback, and no address.
#: expect /^lo +DOWN *$/m
ip netns exec ns1 ip -br addr

# Even the loopback is down, so in there not even `127.0.0.1` answers.
#: expect exit=nonzero /Network is unreachable/
ip netns exec ns1 ping -c1 -W1 127.0.0.1

# We take both loopbacks up. `ip -n ns1` is short for `ip netns exec ns1 ip`.
#: expect / 0% packet loss/
ip -n ns1 link set lo up
ip -n ns2 link set lo up
ip netns exec ns1 ping -c1 -W1 127.0.0.1

# Next the cables. A *veth* pair is a patch cable: what goes in at one end comes out at the
# other. The outer end stays here as `ns1-ext`, the inner end is `eth0` in `ns1`.
#: expect /ns1-ext@\S+ +DOWN[^]*eth0@\S+ +DOWN/
ip link add ns1-ext type veth peer name eth0 netns ns1
ip -br link show ns1-ext
ip -n ns1 -br link show eth0

# The same for `ns2`, whose inner end may be called `eth0` too. Then we plug the outer ends into
# the switch: a bridge is the *master* of its ports.
#: expect /ns1-ext@[^]*ns2-ext@/
ip link add ns2-ext type veth peer name eth0 netns ns2
ip link set ns1-ext master br0
ip link set ns2-ext master br0
ip -br link show master br0

# The inner ends get addresses in one subnet.
#: expect /eth0@\S+ +DOWN +192\.168\.255\.11\/24/
ip -n ns1 addr add 192.168.255.11/24 dev eth0
ip -n ns2 addr add 192.168.255.12/24 dev eth0
ip -n ns1 -4 -br addr show eth0

# Everything is plugged in. Does it work? No: `eth0` is down, and a link that is down gives
# no route to its subnet.
#: expect exit=nonzero /Network is unreachable/
ip netns exec ns1 ping -c1 -W1 192.168.255.12

# Inner ends up. The error changes: there is a route now, but no answer. `NO-CARRIER` says why:
# nothing is alive at the other end of the cable.
#: expect exit=nonzero /NO-CARRIER[^]*100% packet loss/
ip -n ns1 link set eth0 up
ip -n ns2 link set eth0 up
ip -n ns1 -br link show eth0
ip netns exec ns1 ping -c1 -W1 192.168.255.12

# Outer ends up. Both cables are alive from end to end. `ns1` now calls for its neighbour three
# times, a second apart (ARP), and gives up: the switch itself is switched off.
#: expect exit=nonzero /ns1-ext@\S+ +UP[^]*Destination Host Unreachable/
ip link set ns1-ext up
ip link set ns2-ext up
ip -br link show master br0
ip netns exec ns1 ping -c1 -W4 192.168.255.12

# We switch it on. Now **all** links are up, and pings get through, both ways.
#: expect / 0% packet loss[^]* 0% packet loss/
ip link set br0 up
ip netns exec ns1 ping -c1 -W1 192.168.255.12
ip netns exec ns2 ping -c1 -W1 192.168.255.11

# Like any switch, `br0` has learned from this traffic which MAC address is behind which port.
#? Ask: who would learn what if a third namespace were plugged in, and never sent a packet?
#: expect /dev ns1-ext[^]*dev ns2-ext/
bridge fdb show br br0 dynamic

# ## Reaching the host
#
# The two can talk to each other, and to nobody else. The next stop is the machine they run on.

# This is the host's address on its own network. We keep it in a variable: it is what we will
# try to reach.
#: expect /^[\d.]+$/m
hostaddr=$(ip -4 addr show eth0 | grep -oPm1 'inet \K[\d.]+')
echo "$hostaddr"

# From `ns1` there is no way to it. Look at the routing table: it knows its own subnet, and that
# is all.
#: expect exit=nonzero /^192\.168\.255\.0\/24 [^]*Network is unreachable/m
ip -n ns1 route
ip netns exec ns1 ping -c1 -W1 "$hostaddr"

# A bridge is a switch into which the host itself is plugged: the device `br0` is the host's
# port. With an address on it, the host is a neighbour in the subnet.
#: expect / 0% packet loss/
ip addr add 192.168.255.1/24 dev br0
ip netns exec ns1 ping -c1 -W1 192.168.255.1

# The host's *other* address is still unknown territory. A neighbour is not yet a router.
#: expect exit=nonzero /Network is unreachable/
ip netns exec ns1 ping -c1 -W1 "$hostaddr"

# So we say it: whatever is not local goes to `192.168.255.1`.
#: expect /^default via 192\.168\.255\.1 dev eth0/m
ip -n ns1 route add default via 192.168.255.1
ip -n ns2 route add default via 192.168.255.1
ip -n ns1 route

# Now the host answers. Linux takes a packet for any of its addresses on any of its links, so
# nothing had to be forwarded for this.
#: expect / 0% packet loss/
ip netns exec ns1 ping -c1 -W1 "$hostaddr"

# ## Reaching the internet
#
# The namespaces send everything to the host. Will the host pass it on?

# The host itself reaches the internet. From `ns1` there is no answer, and no error either.
#: expect exit=nonzero / 0% packet loss[^]*100% packet loss/
ping -c1 -W1 8.8.8.8
ip netns exec ns1 ping -c1 -W1 8.8.8.8

# A Linux machine is no router until it is told to be one. It drops what is not its own, without
# a word.
#: expect /ip_forward = 0/
sysctl net.ipv4.ip_forward

# We make it one. Still no answer. Where does the packet get lost?
#: expect exit=nonzero /ip_forward = 1[^]*100% packet loss/
sysctl -w net.ipv4.ip_forward=1
ip netns exec ns1 ping -c1 -W1 8.8.8.8

# We look at the cable to the outside, while `ns1` goes on asking in the background. The requests
# do leave. But see who is asking: `192.168.255.11`. Nobody out there has a route to that address.
#? `( ... &)` runs something in the background without the shell's job messages.
#: expect /192\.168\.255\.11 > 8\.8\.8\.8: ICMP echo request/ timeout=10s
(ip netns exec ns1 ping -c4 -W1 8.8.8.8 > /dev/null &)
tcpdump -tnni eth0 -c2 icmp

# So the host has to ask in its own name. *Masquerading* puts its address in place of the sender's
# on everything from our subnet, unless it stays on the bridge (`! -o br0`).
#: expect / 0% packet loss/
iptables -t nat -A POSTROUTING -s 192.168.255.0/24 ! -o br0 -j MASQUERADE
ip netns exec ns1 ping -c1 -W1 8.8.8.8

# The same look at the cable: now the host's address asks, and the answer comes back to it.
#: expect /IP (?!192\.168\.255\.)\S+ > 8\.8\.8\.8: [^]*IP 8\.8\.8\.8 > \S+: ICMP echo reply/ timeout=10s
(ip netns exec ns1 ping -c4 -W1 8.8.8.8 > /dev/null &)
tcpdump -tnni eth0 -c4 icmp

# How does the answer find `ns1`? Follow a ping over all links: in at `ns1-ext` and `br0`,
# rewritten, out at `eth0`; the answer in at `eth0`, rewritten back, out at `br0` and `ns1-ext`.
# The kernel remembers each connection it has rewritten.
#: expect /br0 +In +IP 192\.168\.255\.11 > [^]*br0 +Out +IP 8\.8\.8\.8 > 192\.168\.255\.11/ timeout=10s
(ip netns exec ns1 ping -c4 -W1 8.8.8.8 > /dev/null &)
tcpdump -tnni any -c12 icmp

# ## A published service
#
# Out works. Now in: a web service in `ns1` that the world shall find on port 8080 of the host.

# First the service: it reads a request up to the empty line, and answers with the address of
# whoever asks.
cat > /tmp/hello.sh << 'END'
while read -r header && [ "$header" != $'\r' ]; do :; done
printf 'HTTP/1.0 200 OK\r\n\r\nHello from ns1, you are %s\n' "$SOCAT_PEERADDR"
END

# `socat` listens on port 80 in `ns1` and runs it for every connection.
#: expect /LISTEN .*:80 /
(ip netns exec ns1 socat TCP-LISTEN:80,reuseaddr,fork EXEC:"bash /tmp/hello.sh" &)
sleep 0.5
ip netns exec ns1 ss -tln

# Who knows its address can use it: the host, which is `192.168.255.1` on this subnet, and
# `ns2`.
#: expect /you are 192\.168\.255\.1$[^]*you are 192\.168\.255\.12$/m
curl http://192.168.255.11
ip netns exec ns2 curl http://192.168.255.11

# The world knows the host's address only, and there nothing listens.
#: expect exit=7
curl "http://$hostaddr:8080"

# *Destination NAT* sends on to the service what comes in for port 8080 of any address of this
# host (`LOCAL`). It has to happen before the routing decision, hence `PREROUTING`.
iptables -t nat -A PREROUTING -m addrtype --dst-type LOCAL -p tcp --dport 8080 \
  -j DNAT --to-destination 192.168.255.11:80

# A client out on the network is served now. But what if it sits on the same switch? `ns2` asks
# the host, and waits in vain.
#? From another machine on the network: `curl http://ADDRESS:8080`, with the host's address.
#: expect exit=28 /time/i
ip netns exec ns2 curl -m2 "http://$hostaddr:8080"

# Look at the last two packets: the answer goes from `ns1-ext` straight to `ns2-ext` and never
# passes the host, which would have to rewrite it back. `ns2` asked the host and is answered by a
# stranger, so it hangs up.
#: expect /br0 +Out +IP 192\.168\.255\.12\.\d+ > 192\.168\.255\.11\.80[^]*ns2-ext +Out +IP 192\.168\.255\.11\.80 >/ timeout=10s
(ip netns exec ns2 curl -sm4 "http://$hostaddr:8080" > /dev/null &)
tcpdump -tnnqi any -c6 port 80 or port 8080

# The cure is to masquerade here too: if the host seems to be asking, the answer goes through the
# host. The price is seen at once: the service no longer sees who asks.
#: expect /you are 192\.168\.255\.1$/m
iptables -t nat -A POSTROUTING -s 192.168.255.0/24 -d 192.168.255.11 \
  -p tcp --dport 80 -j MASQUERADE
ip netns exec ns2 curl -m2 "http://$hostaddr:8080"

# One client is left: the host itself. Still refused! What the host sends never *arrives* there,
# so it does not pass `PREROUTING`.
#: expect exit=7
curl "http://$hostaddr:8080"

# What is made on this machine passes `OUTPUT` instead. The same rule there, and it works.
#: expect /you are (?!192\.168\.255\.)[\d.]+$/m
iptables -t nat -A OUTPUT -m addrtype --dst-type LOCAL -p tcp --dport 8080 \
  -j DNAT --to-destination 192.168.255.11:80
curl -m2 "http://$hostaddr:8080"

# And by the name that everybody types? No answer. The rule does match, but the sender is
# `127.0.0.1`, and the kernel refuses to route such a packet to any other device than `lo`.
#: expect exit=28 /time/i
curl -m2 http://localhost:8080

# `route_localnet` lifts that ban for one device, here `br0`. Still no answer.
#: expect exit=28 /route_localnet = 1[^]*time/i
sysctl -w net.ipv4.conf.br0.route_localnet=1
curl -m2 http://localhost:8080

# We look at the bridge. The packet does leave now, but its sender is `127.0.0.1`, and for `ns1`
# that is `ns1` itself. A loopback address from outside is a *martian*: dropped.
#: expect /IP 127\.0\.0\.1\.\d+ > 192\.168\.255\.11\.80/ timeout=10s
(curl -sm4 http://localhost:8080 > /dev/null &)
tcpdump -tnnqi br0 -c1 src 127.0.0.1

# What is missing is, once more, masquerading: no packet may leave with a loopback address.
#: expect /you are 192\.168\.255\.1$/m
iptables -t nat -A POSTROUTING -s 127.0.0.0/8 -o br0 -j MASQUERADE
curl -m2 http://localhost:8080

# Four of these rules and two `sysctl` settings make one published port. (The rule with `! -o br0`
# is for the way out.)
#? Compare with what Docker or Podman leaves in this table.
#: expect /PREROUTING .*DNAT[^]*OUTPUT .*DNAT[^]*MASQUERADE/
iptables -t nat -S

# ## The same by a proxy
#
# There is a far simpler way to publish a port: a process that listens on it and passes
# everything on. Docker does this too, its process is called `docker-proxy`.

# Away with all the rules. Port 8080 is dead again.
#: expect exit=7
iptables -t nat -F
curl -m2 http://localhost:8080

# Our proxy is one line: for every connection to port 8081 of the host, `socat` opens a second
# one to the service.
#: expect /LISTEN .*:8081 /
(socat TCP-LISTEN:8081,reuseaddr,fork TCP:192.168.255.11:80 &)
sleep 0.5
ss -tln 'sport = :8081'

# The host is served at once, by either of its names: one connection ends here, and the other
# begins here. No packet has to be rewritten.
#: expect /you are 192\.168\.255\.1$[^]*you are 192\.168\.255\.1$/m
curl -m2 http://localhost:8081
curl -m2 "http://$hostaddr:8081"

# So does `ns2`, which was answered by a stranger before: now it talks to the host only.
#: expect /you are 192\.168\.255\.1$/m
ip netns exec ns2 curl -m2 "http://$hostaddr:8081"

# What is lost? Ask the service directly, then through the proxy: to the service, every client is
# the proxy. That is why Docker uses both: NAT for those who come from outside, so that their
# address survives, and the proxy where NAT is hard, as for `localhost`.
#: expect /you are 192\.168\.255\.12$[^]*you are 192\.168\.255\.1$/m
ip netns exec ns2 curl http://192.168.255.11
ip netns exec ns2 curl "http://$hostaddr:8081"

#: hidden
#: expect exit=any
pkill -f 'socat TCP-LISTEN:80'
ip netns delete ns1
ip netns delete ns2
ip link delete br0
sysctl -qw net.ipv4.ip_forward=0
rm -f /tmp/hello.sh
