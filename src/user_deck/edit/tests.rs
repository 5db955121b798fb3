#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::deck::{SlideContent, SlideKind};
use crate::text::Text;

fn blank(kind: SlideKind) -> NewSlide {
    NewSlide::showing(SlideContent::blank(kind))
}

fn rename_slide(text: &str, slide: usize, title: Option<&Text>) -> Result<String, Uneditable> {
    let edit = DeckEdit::Rename { slide: crate::deck::SlideIndex::new(slide), title: title.cloned() };
    edited(text, &Dataset::default(), &edit)
}

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
    let added = add_slide(text, &Dataset::default(), &blank(SlideKind::Title)).unwrap();
    assert!(added.ends_with("[[deck.slide]]\nkind = \"title\"\nareas = []\n\n# to do: ask Wang\n"), "{added}");
    assert_eq!(find_blocks(&added).unwrap().unwrap().slides.len(), 3);
}

#[test]
fn a_slide_is_added_to_nothing_and_to_what_is_there() {
    let dataset = Dataset::default();
    let one = add_slide("", &dataset, &blank(SlideKind::Coverage)).unwrap();
    let two = add_slide(&one, &dataset, &blank(SlideKind::Timeline)).unwrap();
    assert!(two.starts_with(&one) && two.ends_with("[[deck.slide]]\nkind = \"timeline\"\nareas = []\n"), "{two}");
    // Into the first deck, whatever comes after it.
    let added = add_slide(THREE, &dataset, &blank(SlideKind::Title)).unwrap();
    in_order(&added, &["# third", "[[deck.slide]]\nkind = \"title\"\nareas = []\n\n[[theme]]"]);
    let commented = add_slide("# only a comment", &dataset, &blank(SlideKind::Title)).unwrap();
    in_order(&commented, &["# only a comment\n", "[[deck]]", "[[deck.slide]]"]);
    assert!(matches!(add_slide("[[", &dataset, &blank(SlideKind::Title)), Err(Uneditable::NotToml(_))));
}

#[test]
fn a_list_in_brackets_is_left_alone() {
    let text = "\n[[deck]]\nid = \"a\"\nslide = [{ kind = \"coverage\" }]\n";
    assert_eq!(add_slide(text, &Dataset::default(), &blank(SlideKind::Title)), Err(Uneditable::Inline(4)));
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

#[test]
fn a_copy_stands_behind_its_slide_without_what_is_written_above_that() {
    let copied = edited(THREE, &Dataset::default(), &DeckEdit::Duplicate(crate::deck::SlideIndex::new(1))).unwrap();
    assert_eq!((copied.matches("# second").count(), copied.matches("# within").count()), (1, 2), "{copied}");
    let blocks = |text: &str| find_blocks(text).unwrap().unwrap().slides;
    let block = |text: &str, index: usize| text.get(blocks(text)[index].clone()).unwrap().to_owned();
    let without_comment = block(&copied, 1).replace("# second\n", "");
    assert_eq!((blocks(&copied).len(), block(&copied, 2)), (4, without_comment));
    assert_eq!(remove_slide(&copied, 2).unwrap(), THREE);
    let last = duplicate_slide(THREE, 2).unwrap();
    assert_eq!(block(&last, 3), block(&last, 2).replace("# third\n", ""));
    assert!(last.ends_with("[[theme]]\nid = \"t\"\n# end\n"), "{last}");
    let windows = THREE.replace('\n', "\r\n");
    let copied = duplicate_slide(&windows, 0).unwrap();
    assert_eq!(copied.matches("\r\n").count(), copied.matches('\n').count());
    assert_eq!(duplicate_slide(THREE, 3), Err(Uneditable::NoSuchSlide));
}

#[test]
fn words_with_line_ends_of_two_kinds_are_copied_and_kept_to_the_letter() {
    let slide = "[[deck.slide]]\r\nkind = \"text\"\r\nwords = \"\"\"一\n二\r\n三\n\"\"\"\r\n";
    let text = format!("[[deck]]\r\nid = \"a\"\r\n\r\n# above\r\n{slide}");
    assert_eq!(duplicate_slide(&text, 0).unwrap(), format!("{text}\r\n{slide}"));
    let titled = rename_slide(&text, 0, Some(&Text::new("题", "题"))).unwrap();
    assert_eq!(titled, format!("{text}title = \"题\"\r\n"));
    assert_eq!(rename_slide(&titled, 0, None).unwrap(), text);
}

#[test]
fn a_slide_is_put_in_where_it_is_wanted() {
    let new = NewSlide {
        content: SlideContent::blank(SlideKind::Text),
        words: WrittenWords {
            title: Some(Text::new("题", "题")),
            words: Some(Text::new("一\n二", "一\n二")),
            notes: Some(Text::new("说“好”", "Say \"well\"")),
        },
    };
    let insert = |at| {
        let edit = DeckEdit::Insert { at: crate::deck::SlideIndex::new(at), slide: Box::new(new.clone()) };
        edited(THREE, &Dataset::default(), &edit)
    };
    for at in 0..=3 {
        let text = insert(at).unwrap();
        let slides = find_blocks(&text).unwrap().unwrap().slides;
        let block = text.get(slides[at].clone()).unwrap();
        in_order(
            block,
            &["kind = \"text\"", "title = \"题\"", "words = \"\"\"\n一\n二\"\"\"", "notes = { zh = \"说“好”\""],
        );
        assert_eq!(remove_slide(&text, at).unwrap(), THREE, "{at}");
    }
    assert_eq!(insert(4), Err(Uneditable::NoSuchSlide));
}

#[test]
fn words_and_notes_are_changed_and_the_rest_stays() {
    let rewrite = |text: &str, slide, words| {
        let edit = DeckEdit::Rewrite { slide: crate::deck::SlideIndex::new(slide), words: Box::new(words) };
        edited(text, &Dataset::default(), &edit).unwrap()
    };
    let as_it_is = WrittenWords { words: Some(Text::new("字", "Word")), ..WrittenWords::default() };
    assert_eq!(rewrite(THREE, 1, as_it_is.clone()), THREE);
    let one = rewrite(THREE, 1, WrittenWords { words: Some(Text::new("字", "Words")), ..as_it_is.clone() });
    assert_eq!(one, THREE.replace("\"Word\"", "\"Words\""));
    let noted = rewrite(THREE, 1, WrittenWords { notes: Some(Text::new("慢", "慢")), ..as_it_is.clone() });
    in_order(&noted, &["# second", "notes = \"慢\"", "# above", "# within"]);
    assert_eq!(rewrite(&noted, 1, as_it_is), THREE);
    let silent = rewrite(THREE, 2, WrittenWords::default());
    assert!(!silent.contains("notes") && silent.contains("# third\n[[deck.slide]]\nkind = \"coverage\"\n"), "{silent}");
}

#[test]
fn a_carriage_return_alone_at_the_end_makes_no_line_of_what_is_no_toml() {
    let torn = format!("{}\r", THREE.trim_end());
    for result in [remove_slide(&torn, 0), move_slide(&torn, 0, 1), rename_slide(&torn, 0, None)] {
        assert!(matches!(result, Err(Uneditable::NotToml(_))), "{result:?}");
    }
}
