//! The faults that only settings can have, in words.

use crate::app::keymap::{Binding, Chord, NotAKey};
use crate::checked::Fault;
use crate::text::Text;
use std::path::Path;

fn fault(message: Text, help: Text) -> Fault {
    Fault::new("setting", message).with_help(help)
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

pub(super) fn folder_twice(folder: &Path) -> Fault {
    let folder = folder.display();
    fault(
        Text::new(format!("“{folder}”写了两次"), format!("`{folder}` is named twice")),
        Text::new("删去其中一个", "take one of them out"),
    )
}

pub(super) fn no_home() -> Fault {
    fault(
        Text::new(
            "“~”不知是哪里：HOME 未设，或不是绝对路径",
            "`~` leads nowhere: HOME is not set, or is no absolute path",
        ),
        Text::new("写出完整的路径", "write the whole path"),
    )
}

pub(super) fn not_a_group(name: &str) -> Fault {
    fault(
        Text::new(format!("分组“{name}”应是地区的列表"), format!("the group `{name}` must be a list of areas")),
        Text::new("写作 [\"jinan\", \"青岛\"]", "write [\"jinan\", \"青岛\"]"),
    )
}

pub(super) fn empty_group(name: &str) -> Fault {
    fault(
        Text::new(format!("分组“{name}”没有地区"), format!("the group `{name}` has no area")),
        Text::new("至少写一个地区，或删去这一行", "name one area at least, or take the line out"),
    )
}

pub(super) fn not_a_group_name(name: &str) -> Fault {
    fault(
        Text::new(format!("“{name}”不能作分组的名称"), format!("`{name}` can't be the name of a group")),
        Text::new(
            "名称中不能有空格、逗号、顿号和“@”，否则无法写在 --area 之后",
            "a name has no space, comma or @, or it could not be typed after --area",
        ),
    )
}

pub(super) fn taken_group(name: &str, first: &str) -> Fault {
    fault(
        Text::new(format!("分组“{name}”重名"), format!("the group `{name}` is there twice")),
        Text::new(
            format!("与“{first}”只有大小写、全半角之别，请换一个名称"),
            format!("but for case and width it is `{first}`; choose another name"),
        ),
    )
}

pub(super) fn area_twice(group: &str, area: &str) -> Fault {
    fault(
        Text::new(
            format!("“{area}”在分组“{group}”中出现两次"),
            format!("`{area}` stands in the group `{group}` twice"),
        ),
        Text::new("删去其中一个", "take one of them out"),
    )
}
