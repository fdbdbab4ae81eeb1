/** Perl: the lab's internet, which answers for its hosts by DNS and HTTP. */
import { addressText } from "./address-text.ts";
import { eventLoop } from "./event-loop.ts";
import { names } from "./names.ts";
import { sockets } from "./sockets.ts";
import { web } from "./web.ts";

/**
 * Arguments: `NAME=ADDRESS` for each host, `NAME=ADDRESS/dns` for one that also tells names. The addresses may come later. It goes on
 * in the background as soon as it listens. Most labs never ask it, so what it takes to answer is read when somebody does: that
 * spares each lab 200 KiB.
 */
const main = String.raw`
my (@hosts, @listeners);
for (@ARGV) {
  my ($name, $text, $tells_names) = m{^([^=]+)=([^/]+)(/dns)?$} or die "internet: $_ is no host\n";
  my $address = pack 'C4', split /\./, $text;
  my $listen = sub {
    push @listeners, bound($_[0], $address, $_[1], $BIND_BEFORE_IT_IS_THERE) // die "internet: $text port $_[1]: $!\n";
    return $listeners[-1];
  };
  my $host = {name => $name, text => $text, address => $address, web => $listen->($STREAM, 80)};
  @$host{'datagrams', 'stream'} = ($listen->($DATAGRAM, 53), $listen->($STREAM, 53)) if $tells_names;
  push @hosts, $host;
}
exit if fork;
my $wanted = '';
vec($wanted, fileno $_, 1) = 1 for @listeners;
select $wanted, undef, undef, undef;
eval do { local $/; <DATA> };
die $@;
__END__
`;

const answers = String.raw`
for my $host (@hosts) {
  know_name($host->{name}, $host->{address});
  serve_web($host->{web}, sub { "Hostname: $host->{name}\nIP: $host->{text}\n" });
  serve_names($host->{datagrams}, $host->{stream}) if $host->{stream};
}
run();
`;

export const internetProgram = [sockets, main, eventLoop, addressText, web, names, answers].join("");
