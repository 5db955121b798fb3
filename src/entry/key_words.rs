//! Faults of data in the words of whoever filled in a form or a sheet: its fields and what they may hold, and not the keys of a
//! file.

use crate::text::{Lang, Phrase};

/// A key of a file, what it is called where it was filled in, and the words that it may hold with their names.
pub struct NamedKey {
    pub key: &'static str,
    pub name: Phrase,
    pub words: Vec<(&'static str, Phrase)>,
}

/// Puts the names in place of keys, and those of words in place of the words.
#[must_use]
pub fn in_names_of_keys(text: &str, lang: Lang, keys: &[NamedKey]) -> String {
    let mut text = text.to_owned();
    for NamedKey { key, name, words } in keys {
        let heading = name.get(lang);
        for (word, name) in words {
            let (zh, en) = (name.zh, name.en);
            let said = match lang {
                Lang::Zh => format!("“{heading}”写“{zh}”"),
                Lang::En => format!("“{en}” for {heading}"),
            };
            text = text.replace(&format!("{key} = \"{word}\""), &said);
            text = text.replace(&format!(" {key}“{word}”"), &format!("“{heading}”的“{zh}”"));
            text = text.replace(&format!("{key} `{word}`"), &format!("{heading} “{}”", name.get(lang)));
        }
        let assigned = match lang {
            Lang::Zh => format!("“{heading}”写 "),
            Lang::En => format!("{heading}: "),
        };
        text = replace_word(&text, &format!("{key} = "), &assigned);
        text = text.replace(&format!("“{key}”"), &format!("“{heading}”"));
        text = text.replace(&format!("`{key}`"), &format!("“{heading}”"));
    }
    text
}

/// Replaces what stands alone: `to = ` is not the end of another key.
fn replace_word(text: &str, from: &str, to: &str) -> String {
    let mut replaced = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(from) {
        replaced.push_str(before);
        let is_word = !before.ends_with(|character: char| character.is_ascii_alphanumeric() || character == '_');
        replaced.push_str(if is_word { to } else { from });
        rest = after;
    }
    replaced + rest
}
