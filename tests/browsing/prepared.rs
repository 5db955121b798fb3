//! What is worked out before it is asked for is what would have been worked out then.

use crate::generated::{PackSize, pack};
use crate::support::keys::type_in;
use crate::support::random::RandomNumbers;
use crate::support::screen::{LOOK, draw, opened_on, text};
use cppcc::app::State;
use cppcc::checked::SourceFile;
use cppcc::data::load;
use cppcc::text::Lang;
use std::rc::Rc;

/// What is pressed: rows, areas, measures, years, orders and screens, and lists of cities that grow and shrink.
const KEYS: [&str; 22] =
    ["↓", "↓", "↓", "↑", "l", "l", "h", "m", "m", "M", "t", "t", "T", "s", "s", "1", "2", "4", "f", "z", "c↓↓ ⏎", "v"];

fn opened(areas: usize) -> State {
    let size = PackSize { areas, indicators: 20, years: 4 };
    let files = pack(size).into_iter().map(|(name, text)| SourceFile::new("generated", name, text.into_bytes()));
    let library = load(files.collect()).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En)));
    opened_on(Rc::new(library), Lang::Zh, (120, 36))
}

/// Prepares as the program does while no key comes, but not always to the end.
fn prepare(state: &State, random: &mut RandomNumbers) {
    let most = random.below(40);
    let _ = (0..most).take_while(|step| state.prepare(*step)).count();
}

#[test]
fn screens_are_the_same_whether_or_not_they_were_prepared() {
    for areas in [5, 16, 60] {
        let mut plain = opened(areas);
        let mut prepared = opened(areas);
        let mut random = RandomNumbers::new(u64::try_from(areas).unwrap());
        let mut pressed = String::new();
        for _ in 0..150 {
            prepare(&prepared, &mut random);
            let key = random.pick(&KEYS);
            pressed.push_str(key);
            type_in(&mut plain, key);
            type_in(&mut prepared, key);
            let (one, other) = (draw(&plain, LOOK), draw(&prepared, LOOK));
            assert!(one == other, "{pressed} with {areas} areas\n{}\n{}", text(&one), text(&other));
        }
    }
}

#[test]
fn only_with_many_areas_anything_is_prepared() {
    assert!(!opened(5).prepare(0));
    let state = opened(60);
    let steps = (0..100).take_while(|step| state.prepare(*step)).count();
    assert!((10..60).contains(&steps), "{steps}");
}
