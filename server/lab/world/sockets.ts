/** Perl: the beginning of each of the labs' programs, and sockets to be asked on. */

/**
 * No module is loaded: a machine with Perl's interpreter need not have them, and without any it starts in 3 ms. The numbers are
 * Linux's own on every architecture that labs run on (asm-generic/socket.h).
 */
export const sockets = String.raw`#!/usr/bin/perl
use v5.16;

my ($AF_INET, $AF_INET6, $STREAM, $DATAGRAM) = (2, 10, 1, 2);
my ($REUSE_ADDRESS, $ONLY_IPV6, $BIND_BEFORE_IT_IS_THERE) = ([1, 2], [41, 26], [0, 15]);
$SIG{PIPE} = 'IGNORE';

# A socket on an address as packed bytes, "" for all there are; undefined, with the reason in $!, when it cannot be.
sub bound {
  my ($kind, $address, $port, @options) = @_;
  my $is_v6 = length $address != 4;
  my $place = $is_v6
    ? pack 'SnNa16N', $AF_INET6, $port, 0, $address, 0
    : pack 'Sna4x8', $AF_INET, $port, $address;
  socket(my $socket, $is_v6 ? $AF_INET6 : $AF_INET, $kind, 0)
    or return $address eq '' ? bound($kind, "\0" x 4, $port, @options) : undef;
  setsockopt($socket, $_->[0], $_->[1], pack 'i', 1) for $REUSE_ADDRESS, @options;
  setsockopt($socket, $ONLY_IPV6->[0], $ONLY_IPV6->[1], pack 'i', $address ne '') if $is_v6;
  bind($socket, $place) or return undef;
  return $socket if $kind == $DATAGRAM;
  return listen($socket, 128) ? $socket : undef;
}
`;
