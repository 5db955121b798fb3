//! The script for bash.

use super::option_kinds::{joined, lists, named};
use clap::Command;
use itertools::Itertools;

/// The function that completes, before the generated one.
///
/// Bash takes `--option=value` apart at the sign, which the generated function does not expect, and knows nothing of lists
/// with commas. The words are put as it expects them, and what it returns as bash does. Where a value is no path, and
/// there is nothing to offer, nothing is: bash would offer the names of files.
const FRONT: &str = r#"
_cppcc_values() {
    local words=() prefix="" current="$2" index word last
    for ((index = 0; index <= COMP_CWORD; index++)); do
        word="${COMP_WORDS[index]}"
        last=$((${#words[@]} - 1))
        if [[ $word == "=" && $last -ge 0 && ${words[last]} == --* ]]; then
            _cppcc_is_joined "${words[last]}" && words[last]+="="
            [[ $index -eq $COMP_CWORD ]] && words+=("") && current=""
        elif [[ $word == --*=* ]]; then
            words+=("${word%%=*}" "${word#*=}")
            _cppcc_is_joined "${word%%=*}" && words[last + 1]+="="
            [[ $index -eq $COMP_CWORD ]] && prefix="${word%%=*}=" && current="${current#*=}"
        else
            words+=("$word")
        fi
    done
    last=$((${#words[@]} - 1))
    local option="${words[last - 1]}" list=""
    if _cppcc_is_list "$option" && [[ $current == *,* ]]; then
        list="${current%,*},"
        current="${current##*,}"
    fi
    words[last]="$current"
    local COMP_WORDS=("${words[@]}") COMP_CWORD=$last
    _cppcc "$1" "$current" "$option"
    local offered=()
    for word in "${COMPREPLY[@]}"; do
        [[ ,$list == *",$word,"* ]] || offered+=("$prefix$list$word")
    done
    COMPREPLY=("${offered[@]}")
    if [[ ${#COMPREPLY[@]} -eq 0 ]] && { [[ $option == --*= ]] || _cppcc_is_named "$option"; }; then
        compopt +o default +o bashdefault 2> /dev/null
    fi
    return 0
}
"#;

/// Adds to the script what its generator leaves out: values that are joined to their option, and lists with commas.
pub(super) fn script(script: String, program: &Command) -> String {
    let script = joined(program)
        .fold(script, |script, long| script.replace(&format!(" --{long})\n"), &format!(" --{long}=)\n")));
    let script = script.replace("complete -F _cppcc ", "complete -F _cppcc_values ");
    let kinds = [("joined", joined(program).collect_vec()), ("list", lists(program)), ("named", named(program))];
    let front = kinds.iter().map(|(kind, options)| is_one(kind, options)).join("") + FRONT;
    match script.rsplit_once("\nif ") {
        Some((function, registration)) => format!("{function}\n{front}\nif {registration}"),
        None => script,
    }
}

/// Returns a function that tells whether an option is of a kind.
fn is_one(kind: &str, options: &[&str]) -> String {
    format!("\n_cppcc_is_{kind}() {{\n    [[ $1 =~ ^--({})$ ]]\n}}\n", options.join("|"))
}
