//! What a follower is told while there is nothing to show.

use cppcc::audience::{Hello, Person};
use cppcc::text::{Phrase, Text, visible_line};
use cppcc::view::slides::WaitingScreen;

fn screen(title: impl Into<Text>, words: impl Into<Text>) -> WaitingScreen {
    WaitingScreen { title: title.into(), words: words.into() }
}

/// Returns the notice with which following begins.
pub fn welcome(presenter: &str) -> Text {
    Text::new(
        format!("正在跟看 {presenter} 的放映：Enter 自己查看，F1 帮助，q 退出"),
        format!("Following {presenter}: Enter looks around, F1 helps, q quits"),
    )
}

/// Returns the screen until the data have come.
pub fn joining(presenter: &str) -> WaitingScreen {
    let title = Text::new(format!("正在接入 {presenter} 的放映…"), format!("Joining the presentation of {presenter}…"));
    screen(title, Text::new("", ""))
}

/// Returns the screen while nobody presents.
pub fn nobody() -> WaitingScreen {
    screen(
        Phrase { zh: "等待放映…", en: "Waiting for a presentation…" },
        Phrase {
            zh: "放映者用 cppcc present --audience 开始后，此处自动跟上。",
            en: "It is followed as soon as somebody starts one with cppcc present --audience.",
        },
    )
}

/// Returns the screen after the end of a presentation.
pub fn ended() -> WaitingScreen {
    screen(
        Phrase { zh: "放映已结束", en: "The presentation has ended" },
        Phrase { zh: "若再开始，此处自动跟上。", en: "Should it begin again, it is followed here." },
    )
}

/// Returns the screen where the presentation is not for this user.
pub fn not_allowed(person: &Person) -> WaitingScreen {
    let name = &person.name;
    screen(
        Text::new(format!("{name} 正在放映，但未许您跟看"), format!("{name} presents, but not to you")),
        Phrase {
            zh: "请放映者改用 --audience anyone，或用您所在的用户组。",
            en: "Ask for --audience anyone, or for a group that you belong to.",
        },
    )
}

/// Returns the screen where several users present.
pub fn several(persons: &[Person]) -> WaitingScreen {
    let names: Vec<&str> = persons.iter().map(|person| person.name.as_str()).collect();
    screen(
        Text::new(
            format!("有几人同时在放映：{}", names.join("、")),
            format!("Several users present: {}", names.join(", ")),
        ),
        Phrase {
            zh: "请退出，用 --from 写明跟看哪一位。", en: "Quit, and say with --from whom to follow."
        },
    )
}

/// Returns the screen where as many follow as can.
pub fn full() -> WaitingScreen {
    screen(
        Phrase { zh: "跟看的人已满", en: "As many follow already as can" },
        Phrase { zh: "有人离开后自动接入。", en: "You join as soon as somebody leaves." },
    )
}

/// Returns the screen where the presented data have faults.
pub fn unreadable() -> WaitingScreen {
    screen(
        Phrase { zh: "放映的数据无法读入", en: "The presented data can't be read" },
        Phrase { zh: "请告知放映者。", en: "Tell whoever presents." },
    )
}

/// Returns the screen where the programs do not understand each other.
pub fn other_version(hello: &Hello) -> WaitingScreen {
    let (theirs, ours) = (visible_line(&hello.version), env!("CARGO_PKG_VERSION"));
    let (zh, en) = if theirs == ours {
        ("两边内置的数据不同".to_owned(), "The data compiled in differ".to_owned())
    } else {
        (
            format!("放映用的是 cppcc {theirs}，此处是 {ours}"),
            format!("The presentation is of cppcc {theirs}, and this is {ours}"),
        )
    };
    screen(
        Text::new(zh, en),
        Phrase { zh: "请两边装同一版本的 cppcc。", en: "Install the same version of cppcc on both sides." },
    )
}
