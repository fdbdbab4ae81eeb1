/** What interactive shells of a lab read at start: prompt, and marks that tell the server where a command begins and ends. */

/** Where a terminal's nonce is, by the number of its tty: root's alone, and not in the shell's environment. */
const nonceFolder = "/run/shelldeck";

/**
 * Marks are `ESC ] 133 ; LETTER [; STATUS] ; nonce=HEX BEL`: A before the prompt, B after it, C when a command starts, D with its
 * status when it ended, P when the shell wants more lines. Without a nonce for its tty a shell marks nothing.
 * Every line is written for a user who types `set -eux`: nothing unset is read, nothing fails, and the trace is not seen.
 */
export const shellMarks = String.raw`# Read by interactive bash in a lab.
[[ $- == *i* ]] || return 0
shopt -s checkwinsize
unset HISTFILE
PS1='\u@\h:\w\$ '
__shelldeck_ran=0
if { read -r _ _ _ _ _ _ __shelldeck_tty _ </proc/self/stat &&
  read -r __shelldeck_nonce <${nonceFolder}/tty-"$__shelldeck_tty"; } 2>/dev/null; then
  __shelldeck_ended() {
    __shelldeck_status=$?
    if [[ $__shelldeck_ran == 1 ]]; then
      __shelldeck_ran=0
      printf '\e]133;D;%s;nonce=%s\a' "$__shelldeck_status" "$__shelldeck_nonce" || :
    fi
  }
  PROMPT_COMMAND='{ __shelldeck_ended; } 2>/dev/null'
  PS0='\e]133;C;nonce=$__shelldeck_nonce\a${"$"}{__shelldeck_nonce:$((__shelldeck_ran=1,0)):0}'
  PS1='\[\e]133;A;nonce=$__shelldeck_nonce\a\]'$PS1'\[\e]133;B;nonce=$__shelldeck_nonce\a\]'
  PS2='\[\e]133;P;nonce=$__shelldeck_nonce\a\]> '
fi
unset __shelldeck_tty
`;

/** Puts the nonce where the shell's rc file finds it, and becomes the shell without it in the environment. */
const launcher = String.raw`umask 077
mkdir -p ${nonceFolder}
read -r _ _ _ _ _ _ tty _ </proc/self/stat
printf '%s\n' "$SHELLDECK_NONCE" >${nonceFolder}/tty-"$tty"
unset SHELLDECK_NONCE PWD OLDPWD
umask 022
exec bash`;

/** The command line of a terminal's shell; its environment must hold SHELLDECK_NONCE. */
export const shellArguments = ["/bin/sh", "-c", launcher];
