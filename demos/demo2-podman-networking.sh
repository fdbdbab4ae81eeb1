#!/usr/bin/env bash
# # Networking in Podman
#
# In Demo 1 we built a network for two namespaces by hand: a switch, cables, addresses, routes and
# NAT. Here one `podman run` does all of it. We look for what it made, piece by piece, and meet
# the same pieces again.
#: lab nodes=node1

#: hidden
#: expect exit=any
export NETAVARK_FW=iptables

# ## What a container changes
#
# We start one container with one published port, and look at the host.

# Podman is installed here, and no container runs. There is no bridge `podman0` yet.
#: expect exit=nonzero /does not exist/
ip link show podman0

# A small web service: it says its host name, its addresses, and who asks. `-p 8080:80` publishes
# its port 80 as port 8080 of this host.
#? The image is prepared: no registry is asked. Where there is one, it is pulled now.
#: expect /^[0-9a-f]{64}$/m timeout=60s
podman run -d --name web -p 8080:80 ghcr.io/larsks/whoami:latest

# It runs, and it answers.
#: expect /0\.0\.0\.0:8080->80\/tcp[^]*^Hostname: /m
podman ps --format 'table {{.Names}} {{.Ports}}'
curl -s http://localhost:8080

# What is new on the host? Two links: `podman0`, and one end of a *veth* cable.
#: expect /^podman0 [^]*^veth\w+@/m
ip -br link

# The switch. We had typed `ip link add br0 type bridge`, and later given it an address:
# `192.168.255.1/24`. Podman took `10.88.0.1/16`.
#: expect /^podman0 .*10\.88\.0\.1\/16/m
ip -br link show type bridge
ip -br -4 addr show dev podman0

# The cable is plugged into the switch, as after our `ip link set ns1-ext master br0`. At the end of
# its last line stands where the other end is: in a network namespace.
#: expect /^\d+: veth\w+@[^]*link-netns netns-[0-9a-f-]+/m
ip link show master podman0

# That namespace has a name, so `ip netns` knows it. We had called ours `ns1`; Podman throws dice.
#: expect /^netns-[0-9a-f-]+/m
ip netns list

# So all tools of Demo 1 work on a container too. It has the inner end of the cable as `eth0`,
# an address in the switch's subnet, and a default route to the switch.
#: expect /^eth0@\S+ +UP +10\.88\.\d+\.\d+\/16[^]*^default via 10\.88\.0\.1 /m
pid=$(podman inspect -f '{{.State.Pid}}' web)
netns=$(ip netns identify "$pid")
ip -n "$netns" -br -4 addr
ip -n "$netns" route

# ## The same from inside
#
# There are two more ways in. They do not lead to the same place.

# `podman exec` runs a command *in the container*: its network, its processes, its files. So the
# command must be in the image.
#: expect /^eth0@\S+ +UP +10\.88\./m
podman exec web ip -br -4 addr

# Most images have no `ip`, this one has no `ss`.
#: expect exit=127 /ss/
podman exec web ss -tln

# `nsenter` enters only the namespaces that we ask for. With `-n` it is the network: the program comes
# from the host, the view from the container.
#: expect /^LISTEN .*:80 /m
nsenter -t "$pid" -n ss -tln

# How little that is shows in the host name: it belongs to another kind of namespace.
#: expect /^(\S+)\n(?!\1\n)[0-9a-f]{12}$/m
nsenter -t "$pid" -n hostname
podman exec web hostname

# The kind is `uts`. With both, the name is the container's.
#: expect /^[0-9a-f]{12}$/m
nsenter -t "$pid" -n -u hostname

# And it does have a namespace of almost every kind; the files under `/proc` say which. What differs
# from the shell's own is the container's alone.
#? `user` is the same: this Podman runs as root, and so does the container.
#: expect /^[<>] +net:\[\d+\]/m exit=1
diff <(readlink /proc/self/ns/{net,uts,mnt,pid,user}) \
  <(readlink "/proc/$pid/ns/"{net,uts,mnt,pid,user})

# ## The way out
#
# In Demo 1 a namespace could not reach the internet until the host would forward and masquerade.

# The container reaches it at once.
#: expect / 0% packet loss/
nsenter -t "$pid" -n ping -c1 -W1 8.8.8.8

# We had to type `sysctl -w net.ipv4.ip_forward=1`. Podman has done that too.
#: expect /ip_forward = 1/
sysctl net.ipv4.ip_forward

# We follow a ping over all links: in at the cable and the switch, out at `eth0` with the
# host's address. And the answer all the way back.
#: expect /podman0 +In +IP 10\.88\.\S+ > 8\.8\.8\.8[^]*Out +IP (?!10\.88\.)\S+ > 8\.8\.8\.8[^]*podman0 +Out +IP 8\.8\.8\.8 > 10\.88\./ timeout=10s
(nsenter -t "$pid" -n ping -c4 -W1 8.8.8.8 > /dev/null &)
tcpdump -tnni any -c12 icmp

# The rewriting takes place where ours did, in `POSTROUTING`. All that comes from the subnet goes through
# a chain of its own.
#: expect /-A POSTROUTING -s 10\.88\.0\.0\/16 -j NETAVARK-[0-9A-F]+$/m
iptables -t nat -S POSTROUTING

# Two rules are in that chain: what stays in the subnet stays as it is, all else is masqueraded
# (but multicast). Ours was one: `-s 192.168.255.0/24 ! -o br0 -j MASQUERADE`.
#: expect /-d 10\.88\.0\.0\/16 -j ACCEPT\n[^]*-j MASQUERADE/
chain=$(iptables -t nat -S POSTROUTING | grep -oPm1 '10\.88.* \KNETAVARK-[0-9A-F]+$')
iptables -t nat -S "$chain"

# ## The way in
#
# What is behind `-p 8080:80`? In Demo 1 it was four rules and two `sysctl` settings.

# The first two rules of ours were the same with `PREROUTING` and `OUTPUT`, for what comes in and
# for what the host itself sends. So it is here: both lead on to one chain.
#: expect /-A PREROUTING .*--dst-type LOCAL -j NETAVARK-HOSTPORT-DNAT\n[^]*-A OUTPUT .*LOCAL -j NETAVARK-HOSTPORT-DNAT/
iptables -t nat -S PREROUTING
iptables -t nat -S OUTPUT

# It has a line for each published port of all containers. (We leave out a comment with the
# container's long number.)
#: expect /--dport 8080 -j NETAVARK-DN-[0-9A-F]+/
iptables -t nat -S NETAVARK-HOSTPORT-DNAT | sed 's/-m comment.*" //'

# That leads to a chain of the container's network. Its last line is our *destination NAT*:
# to the container's address, port 80.
#: expect /--dport 8080 -j DNAT --to-destination 10\.88\.\d+\.\d+:80/
iptables -t nat -S | grep -e '-A NETAVARK-DN-'

# The two lines before it are about the special cases of Demo 1: a client on the same switch, and
# one that says `localhost`. Both get a mark ...
#: expect /-A NETAVARK-HOSTPORT-SETMARK -j MARK /
iptables -t nat -S NETAVARK-HOSTPORT-SETMARK

# ... and what has the mark is masqueraded on its way out. We had a rule for each of them.
#: expect /--mark 0x2000\/0x2000 -j MASQUERADE/
iptables -t nat -S NETAVARK-HOSTPORT-MASQ

# We try all three kinds of client. First one that comes by the host's address, as from the
# network: the service sees who asks.
#? From another machine it is the same: `curl http://ADDRESS:8080`, with the host's address.
#: expect /^RemoteAddr: (?!10\.88\.)[\d.]+:\d+$/m
hostaddr=$(ip -4 addr show eth0 | grep -oPm1 'inet \K[\d.]+')
curl -s "http://$hostaddr:8080" | grep Remote

# Then `localhost`: the service sees the switch's address, as marked.
#: expect /^RemoteAddr: 10\.88\.0\.1:\d+$/m
curl -s http://127.0.0.1:8080 | grep Remote

# It takes the setting that lets a loopback address leave by another device than `lo`. We had made it
# for `br0`, Podman for its switch.
#: expect /podman0\.route_localnet = 1/
sysctl net.ipv4.conf.podman0.route_localnet

# Last a client on the same switch: another container that asks the *host*. Without the mark the
# answer would go past the host, straight to a client that does not expect it from there.
#: expect /^RemoteAddr: 10\.88\.0\.1:\d+$/m
podman run --rm --entrypoint curl ghcr.io/larsks/whoami:latest \
  -sm2 "http://$hostaddr:8080" | grep Remote

# A process listens on the port as well, but it is no proxy: `conmon`, the container's minder, only
# keeps others from taking it. No connection ever gets there, for NAT comes first.
#: expect /LISTEN .*:8080 .*"conmon"/
ss -tlnp 'sport = :8080'

# ## Two services
#
# One host, several containers with the same port inside. How do we tell them apart from outside?

# By port: the second service gets 8081.
#: expect /^Hostname: (\S+)\n[^]*Hostname: (?!\1\n)/m timeout=60s
podman run -d --name web2 -p 8081:80 ghcr.io/larsks/whoami:latest
sleep 0.5
curl -s http://localhost:8080 | grep Hostname
curl -s http://localhost:8081 | grep Hostname

# One more cable in the same switch, and one more line in the chain.
#: expect /^veth\w+@[^]*^veth\w+@[^]*--dport 8080 [^]*--dport 8081 /m
ip -br link show master podman0
iptables -t nat -S NETAVARK-HOSTPORT-DNAT | sed 's/-m comment.*" //'

# The same port twice? That is what `conmon` is there for.
#: expect exit=nonzero /address already in use/
podman run -d --rm --name web3 -p 8080:80 ghcr.io/larsks/whoami:latest

# By address: a host may have many. We give ours two more ...
#: expect /198\.51\.100\.1\/32[^]*198\.51\.100\.2\/32/
ip addr add 198.51.100.1/32 dev eth0
ip addr add 198.51.100.2/32 dev eth0
ip -4 addr show dev eth0

# ... and now two services can have port 80, each on an address of its own.
#: expect /^Hostname: red$[^]*^Hostname: blue$/m timeout=60s
podman run -d --name red --hostname red -p 198.51.100.1:80:80 ghcr.io/larsks/whoami:latest
podman run -d --name blue --hostname blue -p 198.51.100.2:80:80 ghcr.io/larsks/whoami:latest
sleep 0.5
curl -s http://198.51.100.1 | grep Hostname
curl -s http://198.51.100.2 | grep Hostname

# In their rules, and in no others, the address counts as well as the port.
#: expect /-d 198\.51\.100\.1\/32 .*--dport 80 .*:80\n[^]*-d 198\.51\.100\.2\/32 .*--dport 80 .*:80/
iptables -t nat -S | grep DNAT.--to

# ## Names
#
# Containers come and go, and so do their addresses. It would be good to call them by name.

# `web` reaches `red` by its address: they are on the same switch.
#: expect /^Hostname: red$/m
red=$(podman inspect -f '{{.NetworkSettings.IPAddress}}' red)
podman exec web curl -sm2 "http://$red"

# By its name it does not.
#: expect exit=6 /resolve host: red/
podman exec web curl -sSm2 http://red

# Who was asked? The name server that the host asks. It has never heard of our containers.
#: expect /^nameserver (?!10\.8[89]\.)/m
podman exec web cat /etc/resolv.conf

# The default network has no name service, any other has. So we make one: it is one command.
#: expect /^podman false\nshop true$/m
podman network create shop
podman network inspect podman shop -f '{{.Name}} {{.DNSEnabled}}'

# Two containers in it, and the name works.
#: expect /^Host: stock$/m timeout=60s
podman run -d --name cart --network shop ghcr.io/larsks/whoami:latest
podman run -d --name stock --network shop ghcr.io/larsks/whoami:latest
sleep 0.5
podman exec cart curl -sm2 http://stock

# Each network is a switch of its own, with a subnet of its own.
#: expect /^podman0 .*10\.88\.0\.1[^]*^podman1 .*10\.89\.\d+\.1\/24/m
ip -br -4 addr show type bridge

# Who answers now? The first name server is the switch's address ...
#: expect /^nameserver 10\.89\.\d+\.1$/m
podman exec cart cat /etc/resolv.conf

# ... and there, on the host, listens a small name server that Podman has started: `aardvark-dns`.
#: expect /10\.89\.\d+\.1:53 .*aardvark-dns/
ss -ulnp 'sport = :53'

# A container can be in two networks: it gets a second cable. `web` now knows the names, too.
#: expect /^eth0@.* 10\.88\.[^]*^eth1@.* 10\.89\.[^]*^Host: stock$/m
podman network connect shop web
podman exec web ip -br -4 addr
podman exec web curl -sm2 http://stock

# ## Nothing is left
#
# What `podman run` has built, the end of the container takes away.

# We remove them all.
#: expect /blue/ timeout=60s
podman rm -f -t0 web web2 red blue cart stock

# No cable, no switch, no namespace ...
#: expect exit=nonzero /does not exist/
ip netns list
ip link show podman0

# ... and no rule for any port. Only the empty chains wait for the next container.
#: expect exit=1 /^0$/m
iptables -t nat -S | grep -c -e '--dport'

#: hidden
#: expect exit=any
podman network rm shop
ip addr del 198.51.100.1/32 dev eth0
ip addr del 198.51.100.2/32 dev eth0
sysctl -qw net.ipv4.ip_forward=0
