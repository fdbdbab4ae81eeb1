/** Perl: one process that waits on all its sockets at once, so that a client who says nothing keeps nobody waiting. */

export const eventLoop = `
my $DO_NOT_WAIT = 0x40;
my $most_clients = 200;

# By file number: a socket, what to do when something comes, and when to give up.
my (%watched, $clients);

sub watch {
  my ($socket, $on_input) = @_;
  $watched{fileno $socket} = {socket => $socket, on_input => $on_input};
}

# The same for a client's, which has a number of seconds.
sub watch_client {
  my ($socket, $seconds, $on_input) = @_;
  $watched{fileno $socket} = {socket => $socket, on_input => $on_input, end => time + $seconds};
}

sub forget {
  my ($socket) = @_;
  delete $watched{fileno $socket};
  close $socket;
}

sub accept_clients {
  my ($listener, $on_client) = @_;
  watch($listener, sub {
    my $address = accept(my $client, $listener) or return;
    $on_client->($client, $address);
  });
}

sub run {
  for (;;) {
    $clients = grep { $_->{end} } values %watched;
    my $wanted = '';
    for my $number (keys %watched) {
      vec($wanted, $number, 1) = 1 if $watched{$number}{end} || $clients < $most_clients;
    }
    my $count = select(my $ready = $wanted, undef, undef, $clients ? 1 : undef);
    for my $number (keys %watched) {
      my $one = $watched{$number} or next;
      if ($count > 0 && vec($ready, $number, 1)) { $one->{on_input}->() }
      elsif ($one->{end} && time > $one->{end}) { forget($one->{socket}) }
    }
  }
}
`;
