/** What attempts written in perl have at hand, since a lab has perl and no compiler: system calls by name, and by foreign machine code. */
import { callNumber, callNumbers } from "./call-numbers.ts";

/**
 * - `call NAME, ARGUMENTS...`: the name of the error, or `ok`;
 * - `terminal`: a new terminal, open;
 * - `foreign CODE`: in a child, `SIGSYS` when that was killed for its call, else `ok`;
 * - `int80 NUMBER`: an ELF program's file that makes the call as 32-bit programs do, with 1 for every argument.
 */
export function perlModule(arch = process.arch): string {
  const table = Object.keys(callNumbers)
    .flatMap((name) => {
      const number = callNumber(name, arch);
      return number === null ? [] : [`${name} => ${number}`];
    })
    .join(", ");
  const compat = Object.entries(callNumbers)
    .flatMap(([name, { i386 }]) => (i386 === null ? [] : [`${name} => ${i386}`]))
    .join(", ");
  return String.raw`package Try;
use Exporter 'import';
our @EXPORT = qw(error call result foreign int80 terminal %number %number32);
our %number = (${table});
our %number32 = (${compat});
our $result;
$| = 1;
sub error { my ($name) = sort grep { $!{$_} } keys %!; $name // "ok" }
sub call { my ($name, @arguments) = @_; $! = 0; $result = syscall($number{$name}, @arguments); $result < 0 ? error() : "ok" }
sub result { $result }
sub terminal {
  sysopen $master, "/dev/ptmx", 2 or die "ptmx: $!";
  my ($unlocked, $number) = (pack("i", 0), pack("i", 0));
  ioctl($master, 0x40045431, $unlocked) && ioctl($master, 0x80045430, $number) or die "terminal: $!";
  sysopen my $slave, "/dev/pts/" . unpack("i", $number), 0402 or die "terminal: $!";
  $slave
}
sub foreign {
  my $code = shift;
  my $child = fork // die "fork: $!";
  if (!$child) { $code->(); require POSIX; POSIX::_exit(0) }
  waitpid $child, 0;
  ($? & 127) == 31 ? "SIGSYS" : "ok"
}
sub int80 {
  my $number = shift;
  # mov eax, number; ebx, ecx, edx = 1; int 0x80; then exit(0) as a 64-bit program
  my $code = pack("CV", 0xb8, $number) . pack("(CV)3", 0xbb, 1, 0xb9, 1, 0xba, 1) . "\xcd\x80\x31\xff\xb8\x3c\0\0\0\x0f\x05";
  my $size = 120 + length $code;
  my $header = pack("a16 S2 L Q3 L S6", "\x7fELF\2\1\1", 2, 62, 1, 0x400078, 64, 0, 0, 64, 56, 1, 0, 0, 0);
  open my $file, ">", "int80-$number" or die "int80: $!";
  print $file $header, pack("L2 Q6", 1, 5, 0, 0x400000, 0x400000, $size, $size, 4096), $code;
  close $file;
  chmod 0755, "int80-$number";
  "./int80-$number"
}
1;`;
}
