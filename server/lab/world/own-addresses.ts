/** Perl: all addresses of the network namespace that a program is in. */

export const ownAddresses = `
# The addresses of all links as text, link by link (rtnetlink(7): RTM_GETADDR, RTM_NEWADDR, IFA_ADDRESS, IFA_LOCAL).
sub own_addresses {
  my ($AF_NETLINK, $RAW, $GET_ADDRESS, $NEW_ADDRESS, $REQUEST_ALL) = (16, 3, 22, 20, 0x301);
  my (%of_link, $is_done);
  socket(my $kernel, $AF_NETLINK, $RAW, 0) or return;
  send $kernel, pack('LSSLLC4L', 24, $GET_ADDRESS, $REQUEST_ALL, 1, 0, 0, 0, 0, 0, 0), 0;
  while (!$is_done && defined recv $kernel, my $messages, 65536, 0) {
    while (length $messages >= 16) {
      my ($length, $type) = unpack 'LS', $messages;
      my $message = substr $messages, 0, $length + 3 & ~3, '';
      $is_done = 1, last if $type != $NEW_ADDRESS;
      my $link = unpack 'x20L', $message;
      my %attribute = map { @$_ } attributes(substr $message, 24, $length - 24);
      push @{$of_link{$link}}, text_of($attribute{2} // $attribute{1});
    }
  }
  return map { @{$of_link{$_}} } sort { $a <=> $b } keys %of_link;
}

# [type, value] of each attribute of a netlink message.
sub attributes {
  my ($bytes) = @_;
  my @found;
  while (length $bytes >= 4) {
    my ($length, $type) = unpack 'SS', $bytes;
    push @found, [$type, substr $bytes, 4, $length - 4];
    substr($bytes, 0, $length + 3 & ~3) = '';
  }
  return @found;
}
`;
