/** Perl: answers DNS for a few names (RFC 1035), over UDP and TCP. */

/** All other names do not exist, and a name that does has nothing but an address; the names of its addresses are known too. */
export const names = String.raw`
my ($A, $PTR, $ANY, $INTERNET) = (1, 12, 255, 1);
my ($IS_ANSWER, $OPERATION, $RECURSION_DESIRED, $RECURSION_AVAILABLE) = (0x8000, 0x7800, 0x100, 0x80);
my ($MALFORMED, $NO_SUCH_NAME, $NOT_IMPLEMENTED) = (1, 3, 4);
my $seconds_to_keep = 60;

# By name: records as [type, data].
my %records;

sub know_name {
  my ($name, $address) = @_;
  push @{$records{$_}}, [$A, $address] for $name, "www.$name";
  my $reverse = join '.', (reverse unpack 'C4', $address), 'in-addr.arpa';
  push @{$records{$reverse}}, [$PTR, join '', map({ pack 'C/a*', $_ } split /\./, $name), "\0"];
}

sub serve_names {
  my ($datagrams, $listener) = @_;
  watch($datagrams, sub {
    my $place = recv($datagrams, my $query, 4096, $DO_NOT_WAIT) // return;
    my $answer = names_answer($query);
    send $datagrams, $answer, $DO_NOT_WAIT, $place if defined $answer;
  });
  accept_clients($listener, sub {
    my ($client) = @_;
    my $received = '';
    watch_client($client, $patience_seconds, sub {
      my $count = sysread $client, $received, 4096, length $received;
      return forget($client) if !$count;
      while (length $received >= 2 && length $received >= 2 + unpack 'n', $received) {
        my ($query) = unpack 'n/a', $received;
        substr($received, 0, 2 + length $query) = '';
        my $answer = names_answer($query);
        send $client, pack('n/a*', $answer), $DO_NOT_WAIT if defined $answer;
      }
    });
  });
}

# Undefined for what is no query.
sub names_answer {
  my ($query) = @_;
  return undef if length $query < 12;
  my ($id, $flags, $questions) = unpack 'nnn', $query;
  return undef if $flags & $IS_ANSWER;
  my ($code, $name, $type, $length) = ($MALFORMED);
  ($name, $type, $length) = question(substr $query, 12) if $questions == 1;
  my $known = defined $name && $records{lc $name};
  $code = $known ? 0 : $NO_SUCH_NAME if defined $name;
  $code = $NOT_IMPLEMENTED if $flags & $OPERATION;
  my @found = grep { $_->[0] == $type || $type == $ANY } @{$code == 0 ? $known : []};
  $flags = $IS_ANSWER | $flags & ($OPERATION | $RECURSION_DESIRED) | $RECURSION_AVAILABLE | $code;
  return join '', pack('n6', $id, $flags, defined $name, scalar @found, 0, 0), substr($query, 12, $length // 0),
    map { pack 'n3Nn/a*', 0xc00c, $_->[0], $INTERNET, $seconds_to_keep, $_->[1] } @found;
}

# Name, type and length in bytes of a question; nothing when it is cut off.
sub question {
  my ($bytes) = @_;
  my ($at, @labels) = (0);
  for (;;) {
    my $size = unpack 'C', substr $bytes, $at, 1;
    return if !defined $size || $size > 63 || length $bytes < $at + 1 + $size;
    push @labels, substr $bytes, $at + 1, $size if $size;
    $at += 1 + $size;
    last if !$size;
  }
  return if length $bytes < $at + 4;
  return join('.', @labels), unpack('n', substr $bytes, $at, 2), $at + 4;
}
`;
