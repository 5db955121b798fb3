#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::deck::SlideKind;

const THREE: &str = "# mine\n[[deck]]\nid = \"a\" # short\n\n# first\n[[deck.slide]]\nkind = \"title\"\n\n# second\n\
                     [[deck.slide]]\nkind = \"text\"\n\n# above\n[deck.slide.words]\n# within\nzh = \"字\" # tail\nen = \"Word\"\n\n\
                     # third\n[[deck.slide]]\nkind = \"coverage\"\nnotes = { zh = \"\"\"\n# no comment\"\"\", en = \"x\" }\n\n\
                     [[theme]]\nid = \"t\"\n# end\n";

fn in_order(text: &str, parts: &[&str]) {
    let found: Vec<usize> =
        parts.iter().map(|part| text.find(part).unwrap_or_else(|| panic!("{part} in {text}"))).collect();
    assert!(found.is_sorted(), "{text}");
}

#[test]
fn comments_move_with_their_slides() {
    let moved = move_slide(THREE, 1, 0).unwrap();
    in_order(
        &moved,
        &[
            "# mine",
            "# short",
            "# second",
            "\"text\"",
            "# above",
            "# within",
            "# tail",
            "Word",
            "# first",
            "# third",
            "[[theme]]",
        ],
    );
    assert_eq!(moved.len(), THREE.len());
    let removed = remove_slide(&moved, 2).unwrap();
    assert!(!removed.contains("third"), "{removed}");
    in_order(&removed, &["# second", "# tail", "# first", "[[theme]]", "# end"]);
    assert_eq!(move_slide(&moved, 0, 1).unwrap(), THREE);
    assert_eq!(move_slide(THREE, 0, 3), Err(Uneditable::NoSuchSlide));
    assert_eq!(remove_slide("# nothing\n", 0), Err(Uneditable::NoSuchSlide));
}

#[test]
fn what_stands_after_the_last_slide_stays() {
    let text = "[[deck]]\nid = \"a\"\n[[deck.slide]]\nkind = \"title\"\n[[deck.slide]]\nkind = \"text\"\n\n# to do: ask Wang\n";
    assert!(remove_slide(text, 1).unwrap().ends_with("\"title\"\n\n# to do: ask Wang\n"));
    let added = add_slide(text, &Dataset::default(), &SlideContent::blank(SlideKind::Title)).unwrap();
    assert!(added.ends_with("[[deck.slide]]\nkind = \"title\"\nareas = []\n\n# to do: ask Wang\n"), "{added}");
    assert_eq!(find_blocks(&added).unwrap().unwrap().slides.len(), 3);
}

#[test]
fn a_slide_is_added_to_nothing_and_to_what_is_there() {
    let dataset = Dataset::default();
    let one = add_slide("", &dataset, &SlideContent::blank(SlideKind::Coverage)).unwrap();
    let two = add_slide(&one, &dataset, &SlideContent::blank(SlideKind::Timeline)).unwrap();
    assert!(two.starts_with(&one) && two.ends_with("[[deck.slide]]\nkind = \"timeline\"\nareas = []\n"), "{two}");
    // Into the first deck, whatever comes after it.
    let added = add_slide(THREE, &dataset, &SlideContent::blank(SlideKind::Title)).unwrap();
    in_order(&added, &["# third", "[[deck.slide]]\nkind = \"title\"\nareas = []\n\n[[theme]]"]);
    let commented = add_slide("# only a comment", &dataset, &SlideContent::blank(SlideKind::Title)).unwrap();
    in_order(&commented, &["# only a comment\n", "[[deck]]", "[[deck.slide]]"]);
    assert!(matches!(add_slide("[[", &dataset, &SlideContent::blank(SlideKind::Title)), Err(Uneditable::NotToml(_))));
}

#[test]
fn a_list_in_brackets_is_left_alone() {
    let text = "\n[[deck]]\nid = \"a\"\nslide = [{ kind = \"coverage\" }]\n";
    assert_eq!(
        add_slide(text, &Dataset::default(), &SlideContent::blank(SlideKind::Title)),
        Err(Uneditable::Inline(4))
    );
    assert_eq!(remove_slide("deck = [{ id = \"a\" }]\n", 0), Err(Uneditable::Inline(1)));
}

#[test]
fn a_heading_is_given_changed_and_taken() {
    let title = Text::new("字", "A “word”");
    let named = rename_slide(THREE, 2, Some(&title)).unwrap();
    in_order(&named, &["# third", "kind = \"coverage\"", "title = { zh = \"字\", en = \"A “word”\" }", "[[theme]]"]);
    let again = rename_slide(&named, 2, Some(&Text::new("词", "Words"))).unwrap();
    assert_eq!(again.replace('词', "字").replace("Words", "A “word”"), named);
    assert_eq!(rename_slide(&again, 2, None).unwrap(), THREE);
    // What is not changed stays to the letter.
    let odd = "[[deck]]\nid = \"a\"\n[[deck.slide]]\ntitle={ zh=\"一\" ,en = 'One' }\nkind = \"title\"\n";
    assert_eq!(rename_slide(odd, 0, Some(&Text::new("二", "One"))).unwrap(), odd.replace('一', "二"));
    let table = "[[deck]]\nid = \"a\"\n[[deck.slide]]\nkind = \"title\"\n[deck.slide.title]\n# as agreed\nzh = \"旧\"\nen = \"Old\"\n";
    let named = rename_slide(table, 0, Some(&title)).unwrap();
    in_order(&named, &["[deck.slide.title]", "# as agreed", "zh = \"字\"", "A “word”"]);
}

#[test]
fn a_heading_in_one_language_is_a_plain_string() {
    let one = Text::new("谁交得多？", "谁交得多？");
    let named = rename_slide(THREE, 2, Some(&one)).unwrap();
    in_order(&named, &["# third", "kind = \"coverage\"", "title = \"谁交得多？\"", "[[theme]]"]);
    let commented = named.replace("？\"", "？\" # as agreed");
    let both = rename_slide(&commented, 2, Some(&Text::new("字", "A word"))).unwrap();
    in_order(&both, &["title = { zh = \"字\", en = \"A word\" } # as agreed"]);
    assert_eq!(rename_slide(&both, 2, Some(&one)).unwrap(), commented, "and back");
    assert_eq!(rename_slide(&named, 2, None).unwrap(), THREE);
}

#[test]
fn line_ends_and_the_mark_before_the_text_stay() {
    let windows = format!("{BYTE_ORDER_MARK}{}", THREE.replace('\n', "\r\n"));
    let moved = move_slide(&windows, 0, 2).unwrap();
    assert!(moved.starts_with(BYTE_ORDER_MARK));
    assert_eq!(moved.matches("\r\n").count(), moved.matches('\n').count());
    assert_eq!(move_slide(&moved, 2, 0).unwrap(), windows);
    assert_eq!(rename_slide(&windows, 1, None).unwrap(), windows);
    // Line ends of two kinds, and a last line without one.
    let mixed = THREE.replacen('\n', "\r\n", 6);
    assert_eq!(move_slide(&move_slide(&mixed, 0, 2).unwrap(), 2, 0).unwrap(), mixed);
    let open = "[[deck]]\nid = \"a\"\n[[deck.slide]]\nkind = \"title\"\n[[deck.slide]]\nkind = \"text\"";
    let moved = move_slide(open, 0, 1).unwrap();
    assert!(moved.ends_with("[[deck.slide]]\nkind = \"title\""), "{moved}");
    assert_eq!(move_slide(&moved, 0, 1).unwrap(), open);
}
