/** Perl: the program `whoami`, a web service to publish, masquerade and balance in a lab. */
import { addressText } from "./address-text.ts";
import { eventLoop } from "./event-loop.ts";
import { ownAddresses } from "./own-addresses.ts";
import { sockets } from "./sockets.ts";
import { web } from "./web.ts";

const main = String.raw`
my $usage = "usage: whoami [--port N] [--bind ADDRESS]\n";
my ($port, $where) = (80, '');

while (@ARGV) {
  my ($option, $value) = shift(@ARGV) =~ /^--?([a-z]+)(?:=(.*))?$/ or die $usage;
  if ($option eq 'h' || $option eq 'help') { print $usage; exit }
  $value //= shift @ARGV;
  if ($option eq 'port') { $port = $value }
  elsif ($option eq 'bind') { $where = $value }
  else { die $usage }
}
die "whoami: port $port is not in 1..65535\n" if $port !~ /^\d{1,5}$/ || $port < 1 || $port > 65535;
my $address = $where eq '' ? '' : address_of($where) // die "whoami: $where is no address\n";

sub hostname {
  open my $file, '<', '/proc/sys/kernel/hostname' or return 'unknown';
  chomp(my $name = <$file>);
  return $name;
}

my $listener = bound($STREAM, $address, $port) or die "whoami: port $port: $!\n";
serve_web($listener, sub { map { "$_\n" } 'Hostname: ' . hostname(), map { "IP: $_" } own_addresses() });
my $user = getpwuid($<) // $<;
my $on = $where eq '' ? "port $port" : "$where port $port";
print STDERR "whoami: serving on $on as $user\@", hostname(), "; Ctrl-C ends it (/usr/bin/whoami tells the user)\n";
$0 = 'whoami';
run();
`;

export const whoami = [sockets, eventLoop, addressText, ownAddresses, web, main].join("");
