//! From bytes to text: which encoding a page has, and whether it is a text at all.

use super::error::PageError;
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// How far into a page a declaration of its encoding is looked for.
const HEAD: usize = 4096;
/// So many control characters in a thousand make no text, but a few may have got into a short one.
const MOST_CONTROLS: usize = 5;
const FEW_CONTROLS: usize = 3;

/// A text with the name of the encoding that it was in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DecodedText {
    pub text: String,
    pub encoding: &'static str,
}

/// Decodes a page: by its byte order mark, else as UTF-8, else as what it declares, else as GB18030.
pub(super) fn decode(bytes: &[u8]) -> Result<DecodedText, PageError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(PageError::Empty);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, bytes.get(mark..).unwrap_or_default(), mark);
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(PageError::Binary { offset });
    }
    let fault = match std::str::from_utf8(bytes) {
        Ok(text) => return checked(text.to_owned(), UTF_8.name()),
        Err(fault) => fault,
    };
    // Text of another encoding hardly begins with several characters that are well formed in UTF-8.
    let before = bytes.get(..fault.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or_default();
    if before.chars().filter(|character| !character.is_ascii()).count() > 2 {
        return Err(PageError::not_decodable(before, UTF_8.name(), fault.error_len().is_none()));
    }
    decode_as(declared(bytes).unwrap_or(GB18030), bytes, 0)
}

/// Returns the encoding that a page declares, where it declares one of several bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    let (_, behind) = head.split_once("charset=")?;
    let label = behind
        .trim_start_matches(['"', '\''])
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'));
    let encoding = label.into_iter().next().and_then(|label| Encoding::for_label(label.as_bytes()))?;
    // What declares to be UTF-8 and is not, or is a declaration that nothing was thought of, is no help.
    (!encoding.is_single_byte() && encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE)
        .then_some(encoding)
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8], skipped: usize) -> Result<DecodedText, PageError> {
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        return checked(text.into_owned(), encoding.name());
    }
    let (before, is_cut) = decodable(encoding, bytes);
    let controls = bytes.iter().filter(|byte| is_control(char::from(**byte))).count();
    if encoding == GB18030 && is_too_many(controls, bytes.len()) {
        return Err(PageError::Binary {
            offset: bytes.iter().position(|byte| is_control(char::from(*byte))).unwrap_or(0) + skipped,
        });
    }
    Err(PageError::not_decodable(&before, encoding.name(), is_cut))
}

/// Returns the text before the first byte that can't be decoded, and whether the bytes end in the middle of a character.
fn decodable(encoding: &'static Encoding, bytes: &[u8]) -> (String, bool) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len().saturating_mul(3).saturating_add(16));
    let (_, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    (text, read + 1 >= bytes.len())
}

/// Refuses a text that is mostly control characters.
fn checked(text: String, encoding: &'static str) -> Result<DecodedText, PageError> {
    let controls = text.chars().filter(|character| is_control(*character)).count();
    if text.contains('\0') || is_too_many(controls, text.chars().count()) {
        return Err(PageError::Binary { offset: text.find(is_control).unwrap_or(0) });
    }
    Ok(DecodedText { text, encoding })
}

fn is_too_many(controls: usize, length: usize) -> bool {
    controls > FEW_CONTROLS && controls * 1000 > MOST_CONTROLS * length
}

fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "东湖市政协全年督导163次。";

    #[test]
    fn each_encoding_is_known() {
        let decoded = |bytes: &[u8]| decode(bytes).map(|page| (page.text, page.encoding));
        let utf_16 = |order: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            mark.into_iter().chain(TEXT.encode_utf16().flat_map(order)).collect::<Vec<u8>>()
        };
        let expected = |name| Ok((TEXT.to_owned(), name));
        assert_eq!(decoded(TEXT.as_bytes()), expected("UTF-8"));
        assert_eq!(decoded(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat()), expected("UTF-8"));
        assert_eq!(decoded(&utf_16(u16::to_le_bytes, [0xff, 0xfe])), expected("UTF-16LE"));
        assert_eq!(decoded(&utf_16(u16::to_be_bytes, [0xfe, 0xff])), expected("UTF-16BE"));
        assert_eq!(decoded(&GB18030.encode(TEXT).0), expected("gb18030"));
        let big5 = encoding_rs::BIG5.encode("<meta charset=\"big5\">東湖市政協").0.into_owned();
        assert_eq!(decoded(&big5), Ok(("<meta charset=\"big5\">東湖市政協".to_owned(), "Big5")));
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        assert_eq!(decode(b" \n\n "), Err(PageError::Empty));
        assert_eq!(decode(b"PK\x03\x04\0\0"), Err(PageError::Binary { offset: 4 }));
        let cut = TEXT.as_bytes().split_last().unwrap().1;
        assert!(
            matches!(decode(cut), Err(PageError::NotDecodable { line: 1, column: 14, is_cut: true, .. })),
            "{:?}",
            decode(cut)
        );
        let broken = ["政协\n东湖".as_bytes(), b"\xff\xff", TEXT.as_bytes()].concat();
        assert!(matches!(decode(&broken), Err(PageError::NotDecodable { line: 2, column: 3, is_cut: false, .. })));
        let gbk = GB18030.encode("督导").0;
        let cut = gbk.split_last().unwrap().1;
        assert!(matches!(decode(cut), Err(PageError::NotDecodable { is_cut: true, .. })), "{:?}", decode(cut));
    }
}
