/** Perl: IP addresses as people write and read them. */

export const addressText = String.raw`
# Bytes of an address in text; undefined when it is none.
sub address_of {
  my ($text) = @_;
  if (my @bytes = $text =~ /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/) {
    return (grep { $_ > 255 } @bytes) ? undef : pack 'C4', @bytes;
  }
  return undef if $text !~ /^[0-9a-f:]+$/i || $text =~ /::.*::|:::/ || $text !~ /:/;
  my ($front, $back) = map { [split /:/] } split /::/, $text, 2;
  my $missing = 8 - @$front - @{$back // []};
  return undef if $text =~ /::/ ? $missing < 1 : $missing;
  my @words = (@$front, (0) x $missing, @{$back // []});
  return undef if grep { !/^[0-9a-f]{1,4}$/i } @words;
  return pack 'n8', map { hex } @words;
}

# Text of an address in bytes (RFC 5952).
sub text_of {
  my ($bytes) = @_;
  $bytes =~ s/^\0{10}\xff\xff(?=.{4}\z)//s;
  return join '.', unpack 'C4', $bytes if length $bytes == 4;
  my $text = join ':', map { sprintf '%x', $_ } unpack 'n8', $bytes;
  my ($longest) = sort { length $b <=> length $a } $text =~ /(?<![^:])(0(?::0)+)(?![^:])/g;
  $text =~ s/(?:^|:)\Q$longest\E(?::|$)/::/ if $longest;
  return $text;
}

# What asked: address:port.
sub asker {
  my ($place) = @_;
  my ($family, $port) = unpack 'Sn', $place;
  my $text = text_of($family == $AF_INET ? substr $place, 4, 4 : substr $place, 8, 16);
  return $text =~ /:/ ? "[$text]:$port" : "$text:$port";
}
`;
