//! A mirror site: it glosses characters in the bytes of GBK text without regard to where characters begin.

use encoding_rs::GBK;

/// A character that the mirror glosses, and its pinyin.
pub type Gloss = (char, &'static str);

/// Returns a text in traditional characters as the mirror shows it.
pub fn mirrored(text: &str, glosses: &[Gloss]) -> String {
    let (bytes, _, has_errors) = GBK.encode(text);
    assert!(!has_errors, "{text}");
    let needles: Vec<(Vec<u8>, Vec<u8>)> = glosses
        .iter()
        .map(|(character, pinyin)| {
            let gloss = format!("({pinyin})");
            (GBK.encode(&character.to_string()).0.into_owned(), GBK.encode(&gloss).0.into_owned())
        })
        .collect();
    let mut torn = Vec::new();
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some((needle, gloss)) = needles.iter().find(|(needle, _)| rest.starts_with(needle)) {
            torn.extend(needle.iter().chain(gloss));
            at += needle.len();
        } else {
            torn.push(rest[0]);
            at += 1;
        }
    }
    shown(&torn)
}

/// Tears each full stop behind which one of these characters stands: its first byte is lost, and the rest is read one byte late.
pub fn torn_at_stop(text: &str, before: char) -> String {
    let (head, tail) = text.split_once(&format!("。{before}")).unwrap();
    let mut bytes = b"\x80".to_vec();
    let rest = format!("。{before}{tail}");
    bytes.extend(GBK.encode(&rest).0.iter().skip(1));
    format!("{head}?{}", shown(&bytes[1..]).trim_start_matches('?'))
}

/// Decodes as the mirror does: what lies in the private area vanishes, and a first byte without a second is a question mark.
fn shown(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let first = bytes[at];
        let next = bytes.get(at + 1).copied();
        match next {
            _ if first < 0x80 => {
                text.push(char::from(first));
                at += 1;
            }
            Some(second) if second >= 0x40 => {
                let pair = [first, second];
                let decoded = GBK.decode_without_bom_handling(&pair).0.into_owned();
                text.push_str(decoded.trim_matches(|character| ('\u{e000}'..='\u{f8ff}').contains(&character)));
                at += 2;
            }
            // The bracket of a gloss and the first sign of a tag go with it.
            Some(b'(' | b'<') => {
                text.push('?');
                at += 2;
            }
            _ => {
                text.push('?');
                at += 1;
            }
        }
    }
    text
}
