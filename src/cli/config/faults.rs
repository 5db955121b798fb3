//! The faults that only settings can have, in words.

use crate::app::keymap::{Binding, Chord, NotAKey};
use crate::checked::Fault;
use crate::text::Text;

fn fault(message: Text, help: Text) -> Fault {
    Fault { message, help: Some(help) }
}

pub(super) fn year_choice(written: &str) -> Fault {
    fault(
        Text::new(format!("“{written}”不是 latest、closest 或年份"), format!("`{written}` is not a moment")),
        Text::new("可写 latest、closest，或四位数的年份", "write latest, closest or a year of four digits"),
    )
}

pub(super) fn not_a_key(written: &str, why: NotAKey) -> Fault {
    let message = match why {
        NotAKey::SameAs(other) => {
            Text::new(format!("终端分不清“{written}”和 {other}"), format!("`{written}` can't be told from {other}"))
        }
        NotAKey::Unknown | NotAKey::ShiftedLetter => {
            Text::new(format!("没有“{written}”这个键"), format!("`{written}` is no key"))
        }
    };
    let help = match why {
        NotAKey::ShiftedLetter => {
            Text::new("Shift 加字母写作大写字母，如 G", "write Shift and a letter as the capital, such as G")
        }
        NotAKey::SameAs(_) => Text::new("换一个键", "choose another key"),
        NotAKey::Unknown => Text::new(
            "可写一个字符、Ctrl-F、Alt-x、F1 至 F12、Up、Down、Left、Right、PgUp、PgDn、Home、End、Enter、Esc、Tab、Shift-Tab、Space、Backspace、Ins、Del",
            "write a character, Ctrl-F, Alt-x, F1 to F12, Up, Down, Left, Right, PgUp, PgDn, Home, End, Enter, Esc, Tab, Shift-Tab, Space, Backspace, Ins or Del",
        ),
    };
    fault(message, help)
}

pub(super) fn taken(chord: Chord, id: &str, rival: &Binding, heading: &str) -> Fault {
    let (chord, other) = (chord.written(), rival.id);
    let about = rival.about;
    fault(
        Text::new(format!("“{chord}”已用于“{other}”（{}）", about.zh), format!("`{chord}` is taken by `{other}`")),
        Text::new(
            format!("给“{id}”换一个键，或在 [{heading}] 中给“{other}”另定"),
            format!("choose another key for `{id}`, or give `{other}` others in [{heading}]"),
        ),
    )
}

pub(super) fn no_way_out(id: &str) -> Fault {
    match id {
        "quit" => fault(
            Text::new("这样就没有退出的键了", "there would be no key to quit"),
            Text::new("至少留一个键，如 Ctrl-C", "leave one at least, such as Ctrl-C"),
        ),
        "stop" => fault(
            Text::new("这样就没有结束放映的键了", "there would be no key to stop presenting"),
            Text::new("至少留一个键，如 Esc", "leave one at least, such as Esc"),
        ),
        _ => fault(
            Text::new("这样就没有离开输入行的键了", "there would be no key to leave a line of typing"),
            Text::new(
                "至少留一个输入行自己不用的键，如 Esc",
                "leave one that the line does not take itself, such as Esc",
            ),
        ),
    }
}
