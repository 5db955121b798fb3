//! The help of what concerns an audience that follows on its own terminals; the rest stands in `help_text`.

use crate::text::Phrase;

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

/// The help of each argument of an audience, by its command and its id.
pub(super) const AUDIENCE_ARGUMENTS: &[(&str, &str, Phrase)] = &[
    (
        "present",
        "rights",
        phrase(
            "许谁用 cppcc watch 跟看：user 本用户，group:组名 某用户组，anyone 本机任何人",
            "Let others follow with cppcc watch: user (your own), group:NAME, or anyone on this machine",
        ),
    ),
    (
        "present",
        "questions",
        phrase(
            "接受跟看者的提问：只标出所问之处，不收文字",
            "Take questions: marks of what is asked about, never words",
        ),
    ),
    (
        "present",
        "socket",
        phrase(
            "跟看所用套接字的位置（默认：本用户的运行时目录；许他人跟看时为 /tmp 下的目录）",
            "Where the audience's socket is (default: your runtime folder, or for others a folder in /tmp)",
        ),
    ),
    (
        "watch",
        "kiosk",
        phrase(
            "供来宾账户用：不读写任何文件，不复制，不挂起，不读设置和自己的数据",
            "For a guest account: no files, no copying, no suspending, no settings and no data of one's own",
        ),
    ),
    (
        "watch",
        "from",
        phrase(
            "只跟看这个用户的放映（默认：自己的，或唯一在放映的一位）",
            "Follow this user's presentations alone (default: your own, or the only one there is)",
        ),
    ),
    (
        "watch",
        "socket",
        phrase("放映所用套接字的位置，与放映者所写的相同", "Where the audience's socket is, as the presenter named it"),
    ),
];
