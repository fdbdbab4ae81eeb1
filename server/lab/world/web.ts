/** Perl: answers HTTP with who is here and who asks, as traefik/whoami does. */

/**
 * An answer goes out before the request's body is read, which is then thrown away: closing at once would reset the
 * connection under the answer. A client has ten seconds for its headers and ten for the rest.
 */
export const web = String.raw`
my ($most_header_bytes, $patience_seconds) = (8192, 10);

# who_is_here gives the lines above the request.
sub serve_web {
  my ($listener, $who_is_here) = @_;
  accept_clients($listener, sub {
    my ($client, $address) = @_;
    my $request = '';
    watch_client($client, $patience_seconds, sub {
      my $count = sysread $client, $request, 4096, length $request;
      return forget($client) if !defined $count || $request eq '';
      my $is_whole = $count == 0 || $request =~ /\n\r?\n/ || length $request > $most_header_bytes;
      return if !$is_whole;
      send $client, web_answer($request, join('', $who_is_here->(), 'RemoteAddr: ', asker($address), "\n")), $DO_NOT_WAIT;
      shutdown $client, 1;
      watch_client($client, $patience_seconds, sub { sysread($client, my $rest, 65536) or forget($client) });
    });
  });
}

sub web_answer {
  my ($request, $lines) = @_;
  my ($head) = split /(?<=\n)\r?\n/, $request, 2;
  $head =~ s/\r?\n?\z/\n/;
  $head =~ s/\r\n/\n/g;
  return web_message('431 Request Header Fields Too Large', "too many headers\n") if length $head > $most_header_bytes;
  my ($method) = $head =~ m{^([A-Za-z]+) \S+(?: HTTP/\d\.\d)?$}m;
  return web_message('400 Bad Request', "this is no HTTP request\n") if !$method || $head !~ /^$method /;
  return web_message('200 OK', "$lines$head", $method eq 'HEAD');
}

sub web_message {
  my ($status, $body, $is_head) = @_;
  my $length = length $body;
  my $head = "HTTP/1.1 $status\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: $length\r\nConnection: close\r\n\r\n";
  return $is_head ? $head : "$head$body";
}
`;
