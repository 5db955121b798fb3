//! Changes of the user's own deck: what a new slide takes, and what is said when it is done.

use cppcc::app::State;
use cppcc::deck::{Deck, DeckEdit, NewSlide, SlideIndex};
use cppcc::domain::{Key, Observation};
use cppcc::text::{Lang, Phrase, Text};
use cppcc::view::slides;
use cppcc::wording::figure_name;

const TAKEN_BACK: Phrase = Phrase { zh: "已撤销上一次改动", en: "The last change is undone" };
const MOVED: Phrase = Phrase { zh: "已移动，按 u 撤销", en: "Moved; u undoes it" };
const RENAMED: Phrase = Phrase { zh: "已改标题，按 u 撤销", en: "Heading changed; u undoes it" };
const REWRITTEN: Phrase = Phrase { zh: "已保存，按 u 撤销", en: "Saved; u undoes it" };
const NO_ROOM: Phrase = Phrase {
    zh: "；此屏放不下整页，宜少写或分成两页",
    en: "; not all of it has room on this screen: say less, or make two of it",
};
const PRESENTS: Phrase = Phrase { zh: "，按 F5 放映", en: "; F5 presents" };

/// A change as it is made, and the figures that had no room on its slide.
pub struct FittedEdit {
    pub edit: DeckEdit,
    left_out: Vec<Key<Observation>>,
}

/// Returns a change of which a new slide takes what has room on the screen in use.
pub fn fitted(state: &State, edit: &DeckEdit) -> FittedEdit {
    let mut left_out = Vec::new();
    let mut fit = |new: &NewSlide| {
        let fitted = slides::fitted(state, new.content.clone());
        left_out.extend(fitted.left_out);
        NewSlide { content: fitted.content, words: new.words.clone() }
    };
    let edit = match edit {
        // Only one that is taken from the screen is cut to it; a deck that is copied is copied whole.
        DeckEdit::Add(new) if new.len() == 1 => DeckEdit::Add(new.iter().map(&mut fit).collect()),
        DeckEdit::Insert { at, slide } => DeckEdit::Insert { at: *at, slide: Box::new(fit(slide)) },
        other => other.clone(),
    };
    FittedEdit { edit, left_out }
}

/// Says what a change has done. While a deck is presented, F5 would not present this one.
pub fn notice(state: &State, FittedEdit { edit, left_out }: &FittedEdit) -> Text {
    let Some(own) = state.user_deck() else { return TAKEN_BACK.into() };
    let last = SlideIndex::last_of(state.decks()[own].slides.len());
    let (words, changed) = match edit {
        DeckEdit::Add(new) if new.len() > 1 => {
            let (first, last) = (last.number().get() + 1 - new.len().min(last.number().get()), last.number().get());
            let words = Text::new(
                format!("已复制 {} 页，成第 {first}–{last} 页", new.len()),
                format!("{} slides copied: now slides {first}–{last}", new.len()),
            );
            (words, None)
        }
        DeckEdit::Add(_) => (became(last), Some(last)),
        DeckEdit::Insert { at, .. } => (became(*at), Some(*at)),
        DeckEdit::Duplicate(slide) => (became(slide.next(last)), None),
        DeckEdit::Undo => (TAKEN_BACK.into(), None),
        DeckEdit::Move { .. } => (MOVED.into(), None),
        DeckEdit::Rename { slide, .. } => (RENAMED.into(), Some(*slide)),
        DeckEdit::Rewrite { slide, .. } => (REWRITTEN.into(), Some(*slide)),
        DeckEdit::Remove(slide) => {
            let number = slide.number().get();
            let words =
                Text::new(format!("已删除第 {number} 页，按 u 撤销"), format!("Slide {number} removed; u undoes it"));
            (words, None)
        }
    };
    let mut said = words;
    say(&mut said, &left_out_words(state, left_out));
    if changed.is_some_and(|changed| !has_room(state, own, changed)) {
        say(&mut said, &NO_ROOM.into());
    } else if matches!(edit, DeckEdit::Add(_)) && state.presentation().is_none() {
        say(&mut said, &PRESENTS.into());
    }
    said
}

fn became(slide: SlideIndex) -> Text {
    let number = slide.number().get();
    Text::new(format!("已加入自己的演示稿，成第 {number} 页"), format!("Added to your own deck as slide {number}"))
}

/// Says which figures have no room beside the others.
fn left_out_words(state: &State, left_out: &[Key<Observation>]) -> Text {
    let dataset = state.dataset();
    let name = |lang: Lang| {
        let names = left_out.iter().map(|figure| figure_name(dataset, &dataset.observations[*figure]));
        names.map(|name| name.get(lang).to_owned()).collect::<Vec<_>>().join(if lang == Lang::Zh {
            "、"
        } else {
            ", "
        })
    };
    match left_out {
        [] => Text::new("", ""),
        _ => Text::new(
            format!("；放不下、未收：{}", name(Lang::Zh)),
            format!("; left out for want of room: {}", name(Lang::En)),
        ),
    }
}

fn has_room(state: &State, deck: Key<Deck>, slide: SlideIndex) -> bool {
    let slide = state.decks()[deck].slides.get(slide.get());
    slide.is_none_or(|slide| slides::has_room(state, slide))
}

fn say(words: &mut Text, more: &Text) {
    *words = Text::new(format!("{}{}", words.zh, more.zh), format!("{}{}", words.en, more.en));
}
