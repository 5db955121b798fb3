//! The copy of the data that followers get: all that is presented, and nothing that is the speaker's alone.

use cppcc::audience::{Frame, FrameKind, Snapshot, read_frame, snapshot_of};
use cppcc::checked::SourceFile;
use cppcc::data::{self, Builtin};
use cppcc::domain::Dataset;
use cppcc::text::Lang;

use crate::support::library::shipped;

const DECK: &str = r#"# Ask the chairman first.
[[deck]]
id = "mine"
name = { zh = "我的", en = "Mine" }

[[deck.slide]]
kind = "text"
title = { zh = "标题一", en = "Title one" }
words = { zh = "来了 37 人", en = "37 came" }
notes = { zh = "别提李主任", en = "Do not mention Li" } # really not

[[deck.slide]]
kind = "coverage"
notes = "这一页略过"

[[deck]]
id = "secret"
name = { zh = "内部", en = "Internal" }

[[deck.slide]]
kind = "text"
title = { zh = "不给别人看", en = "For nobody else" }
words = "正文"
"#;

const HOME: &str = "/users/wang/cppcc";

/// The built-in files, and those of somebody who presents.
fn files() -> Vec<SourceFile> {
    let mut files = data::builtin(Builtin::All);
    let own = |path: &str, text: &str| SourceFile::new(HOME, format!("{HOME}/{path}"), text.as_bytes().to_vec());
    files.push(own("deck.toml", DECK).of_own_deck());
    let article = shipped().articles.iter().next().unwrap().1.id.clone();
    files.push(own(&format!("originals/{article}.txt"), "The whole article.\n"));
    files
}

fn text_of(frame: &Frame) -> String {
    let (kind, held) = read_frame(&mut &frame[..]).unwrap();
    assert_eq!(kind, FrameKind::Snapshot);
    String::from_utf8(held).unwrap()
}

#[test]
fn what_is_the_speakers_alone_is_not_in_it() {
    let frame = snapshot_of(&files(), "mine").unwrap();
    let text = text_of(&frame);
    for private in [
        "李主任",
        "mention Li",
        "really not",
        "chairman",
        "略过",
        "notes",
        "secret",
        "内部",
        "nobody else",
        "wang",
        "users",
        "whole article",
    ] {
        assert!(!text.contains(private), "{private}");
    }
    assert!(text.contains("标题一") && text.contains("Title one"));
    assert!(text.len() < 20_000, "{} bytes: what is compiled in is only named", text.len());
}

#[test]
fn the_copy_has_the_same_data_and_the_presented_deck() {
    let frame = snapshot_of(&files(), "mine").unwrap();
    let copy = serde_json::from_str::<Snapshot>(&text_of(&frame)).unwrap().load().unwrap();
    let library = data::load(files()).unwrap();
    let ids = |dataset: &Dataset| dataset.observations.iter().map(|(_, figure)| figure.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&copy), ids(&library));
    let deck =
        |library: &cppcc::deck::Library| library.decks.find("mine").map(|deck| library.decks[deck].clone()).unwrap();
    let (held, own) = (deck(&copy), deck(&library));
    assert_eq!(held.slides.len(), own.slides.len());
    for (held, own) in held.slides.iter().zip(&own.slides) {
        assert!(held.notes.is_none() && own.notes.is_some());
        assert_eq!(held.content, own.content);
        assert_eq!(
            held.title.as_ref().map(|title| title.written(&copy.observations, Lang::Zh)),
            own.title.as_ref().map(|title| title.written(&library.observations, Lang::Zh))
        );
    }
    assert!(copy.decks.find("secret").is_none() && copy.decks.find("five-cities").is_some());
}

#[test]
fn data_that_could_not_be_read_on_the_other_side_are_not_sent() {
    let mut broken = files();
    broken.push(SourceFile::new("/x", "/x/more.toml", b"[[observation]]\nid = 7\n".to_vec()));
    assert!(snapshot_of(&broken, "mine").is_err());
    assert!(snapshot_of(&files(), "no-such-deck").is_err());
    let mut large = files();
    let comment = format!("[[deck]]\nid = \"mine2\"\nname = \"{}\"\n", "x".repeat(9 << 20));
    large.push(SourceFile::new("/x", "/x/large.toml", comment.into_bytes()));
    assert!(snapshot_of(&large, "mine2").unwrap_err().get(Lang::En).contains("8 MB"));
}
