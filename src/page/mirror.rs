//! Text that mirror sites tore in the middle of characters.
//!
//! A mirror puts glosses into the bytes of GBK text, and replaces bytes, without regard to where a character begins. Where
//! that happens inside a character, everything behind it is read one byte late: `入雲` stands for the second byte of 入 and
//! the first of 協. The bytes are still there, but one; so the text is paired anew from the byte that is known.

use super::findings::{MarkKind, RepairKind};
use super::gbk;
use super::gloss::{GlossedCharacters, syllable, without_glosses};
use super::line::{PageLine, around, is_chinese, last_of};
use super::supply::PageWords;

/// The first byte of a Chinese full stop, and of the marks beside it.
const STOP_LEAD: u8 = 0xa1;
/// The first byte of full-width ASCII marks. On a mirror they are half-width, and stand for these all the same.
const MARK_LEAD: u8 = 0xa3;
/// Further than this no shifted run goes.
const MOST_CHARACTERS: usize = 120;
/// The longest name of a tag that is looked for behind a question mark.
const MOST_OF_TAG: usize = 10;

/// What a page tells about its own damage.
#[derive(Debug, Default)]
pub(super) struct MirrorDamage {
    pub glossed: GlossedCharacters,
    pub context: PageWords,
}

/// A run that was paired anew.
struct ShiftedRun {
    text: String,
    /// How many characters of the page it takes.
    length: usize,
    marks: Vec<(MarkKind, String)>,
    /// Whether it came back to where characters begin: not by a character that is lost.
    is_settled: bool,
}

impl MirrorDamage {
    /// Restores the text of a line.
    pub fn repair(&self, line: &mut PageLine) {
        if !line.text.contains('?') {
            return;
        }
        let characters: Vec<char> = line.text.chars().collect();
        let (mut place, mut text) = (0, String::with_capacity(line.text.len()));
        while let Some(character) = characters.get(place).copied() {
            let rest = characters.get(place..).unwrap_or_default();
            let found = self.collision(&text, rest).map(|run| (run, RepairKind::ShiftedText));
            let found = found.or_else(|| self.shifted_stop(&text, rest).map(|run| (run, RepairKind::ShiftedStop)));
            if let Some((run, kind)) = found {
                text.push_str(&run.text);
                place += run.length;
                line.marks.extend(run.marks);
                line.count(kind, 1);
                // The sign of a tag may have been read as part of the character before it.
                let eaten = tag(characters.get(place..).unwrap_or_default());
                line.count(RepairKind::EatenTag, usize::from(eaten > 0));
                place += eaten;
            } else if let Some(eaten) = Some(rest)
                .filter(|_| character == '?')
                .map(|rest| tag(rest.get(1..).unwrap_or_default()))
                .filter(|eaten| *eaten > 0)
            {
                line.count(RepairKind::EatenTag, 1);
                place += eaten + 1;
            } else {
                text.push(character);
                place += 1;
            }
        }
        line.text = text;
    }

    /// Restores what follows on a gloss without an opening bracket, `入?yún)`: the gloss is that of a character whose first byte
    /// is the second byte of the character before it.
    fn collision(&self, before: &str, rest: &[char]) -> Option<ShiftedRun> {
        let last = before.chars().last().filter(|last| is_chinese(*last))?;
        let [_, second] = gbk::bytes(last)?;
        let (reading, length) =
            Some(rest).filter(|rest| rest.first() == Some(&'?')).and_then(|rest| syllable(rest, 1))?;
        let glossed = self.glossed.get(&reading)?.iter().filter_map(|character| gbk::bytes(*character));
        let lead = glossed.filter(|[first, _]| *first == second).map(|[_, trail]| trail).min()?;
        let rest = rest.get(length..).unwrap_or_default();
        let mut run = self.vanished(before, lead, rest).unwrap_or_else(|| self.unsure(before, lead, rest));
        run.length += length;
        Some(run)
    }

    /// Pairs bytes anew behind a gloss, and marks the first character where the page has it nowhere else: two bytes between it
    /// and the gloss may have vanished.
    fn unsure(&self, before: &str, lead: u8, rest: &[char]) -> ShiftedRun {
        let mut run = self.paired(before, lead, rest, &[]);
        let first = run.text.chars().next().filter(|first| *first != '□' && !self.context.knows(*first));
        // Where a sign of ASCII is its second byte, nothing can stand between.
        if let Some(first) = first.filter(|_| rest.first().is_some_and(|next| !next.is_ascii())) {
            run.marks.insert(0, (MarkKind::Doubtful, marked(before, &first.to_string())));
        }
        run
    }

    /// Restores what follows on a full stop that was torn in half: its second byte and the first of the next character were
    /// read as one mark.
    fn shifted_stop(&self, before: &str, rest: &[char]) -> Option<ShiftedRun> {
        let [question, mark] = [*rest.first()?, *rest.get(1)?];
        if question != '?' || !before.chars().last().is_some_and(|last| is_chinese(last) || "”》）)".contains(last))
        {
            return None;
        }
        let trail = full_width_trail(mark)?;
        let run = self.paired(before, STOP_LEAD, rest.get(2..).unwrap_or_default(), &[[MARK_LEAD, trail]]);
        // Other marks than this one may follow on a question mark by themselves.
        let is_sure = mark == '!' || run.is_settled;
        is_sure.then(|| ShiftedRun { length: run.length + 2, ..run })
    }

    /// Restores two characters of whose four bytes the middle two were read as a character of the private area, which no
    /// page shows.
    fn vanished(&self, before: &str, lead: u8, rest: &[char]) -> Option<ShiftedRun> {
        let next = *rest.first()?;
        let (pair, known) = match gbk::bytes(next) {
            Some([trail, _]) => {
                // What is read as it stands is right, where the page knows it.
                let as_it_stands = gbk::character([lead, trail]);
                if as_it_stands.is_some_and(|character| self.context.knows(character)) {
                    return None;
                }
                (self.context.around_private(lead, |byte| byte == trail)?, 0)
            }
            None if next == '?' && self.context.with_lead(before, lead).is_none() => {
                (self.context.around_private(lead, |byte| byte >= 0x80)?, 1)
            }
            None => return None,
        };
        let supplied: String = [pair.0, pair.1].iter().collect();
        let mark = (MarkKind::Supplied, marked(before, &supplied));
        if known == 1 {
            return Some(ShiftedRun { text: supplied, length: 1, marks: vec![mark], is_settled: true });
        }
        let [_, pending] = gbk::bytes(next)?;
        let mut run = self.paired(&format!("{before}{supplied}"), pending, rest.get(1..).unwrap_or_default(), &[]);
        run.text.insert_str(0, &supplied);
        (run.length, run.is_settled) = (run.length + 1, true);
        run.marks.insert(0, mark);
        Some(run)
    }

    /// Pairs bytes anew: first those given, then those of the characters that follow, until a character ends where one ends
    /// on the page.
    fn paired(&self, before: &str, lead: u8, rest: &[char], first: &[gbk::BytePair]) -> ShiftedRun {
        let mut run = ShiftedRun { text: String::new(), length: 0, marks: Vec::new(), is_settled: false };
        let mut pending = lead;
        for &[trail, next] in first {
            run.text.extend(gbk::character([pending, trail]));
            pending = next;
        }
        for &character in rest.iter().take(MOST_CHARACTERS) {
            if gbk::is_ascii_trail(character)
                && let Some(last) = u8::try_from(character).ok().and_then(|trail| gbk::character([pending, trail]))
            {
                run.text.push(last);
                run.length += 1;
                run.is_settled = true;
                return run;
            }
            let Some([trail, next]) = gbk::bytes(character) else { break };
            let Some(restored) = gbk::character([pending, trail]) else { break };
            run.text.push(restored);
            (pending, run.length) = (next, run.length + 1);
        }
        self.lost(before, pending, &mut run);
        run.length += usize::from(rest.get(run.length) == Some(&'?'));
        run
    }

    /// Adds the character of which only the first byte is left.
    fn lost(&self, before: &str, lead: u8, run: &mut ShiftedRun) {
        let so_far = format!("{before}{}", run.text);
        let supplied = self.context.with_lead(&so_far, lead);
        let kind = if supplied.is_some() { MarkKind::Supplied } else { MarkKind::Lost };
        let character = supplied.unwrap_or('□');
        run.text.push(character);
        run.marks.push((kind, marked(&so_far, &character.to_string())));
    }
}

/// Returns the last words of a text, which may have glosses, and what was supplied behind them.
fn marked(before: &str, supplied: &str) -> String {
    format!("{}[{supplied}]", last_of(&without_glosses(before).0, 6))
}

/// Returns the second byte of a mark of full width, whichever width it has here.
fn full_width_trail(mark: char) -> Option<u8> {
    let narrow = if ('\u{ff01}'..='\u{ff5e}').contains(&mark) { crate::text::fold_fullwidth(mark) } else { mark };
    ",!:;?()".contains(narrow).then(|| u8::try_from(narrow).ok().map(|byte| byte | 0x80)).flatten()
}

/// Returns how many characters a closing tag takes that lost its first sign: `/p>`.
fn tag(rest: &[char]) -> usize {
    if rest.first() != Some(&'/') {
        return 0;
    }
    let name = rest.iter().skip(1).take(MOST_OF_TAG).take_while(|letter| letter.is_ascii_alphanumeric()).count();
    if name > 0 && rest.get(name + 1) == Some(&'>') { name + 2 } else { 0 }
}

/// Returns the places of half-width question marks beside Chinese characters, each with what stands around it.
pub(super) fn question_marks(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let is_beside = |place: Option<usize>| {
        place.and_then(|place| characters.get(place)).is_some_and(|character| is_chinese(*character))
    };
    let places = (0..characters.len()).filter(|place| characters.get(*place) == Some(&'?'));
    places
        .filter(|place| is_beside(place.checked_sub(1)) || is_beside(Some(place + 1)))
        .map(|place| around(&characters, place, 5))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::gloss;

    fn repaired(page: &[&str]) -> Vec<PageLine> {
        let mut damage = MirrorDamage::default();
        for line in page {
            gloss::gather(line, &mut damage.glossed);
            damage.context.add(&gloss::without_glosses(line).0);
        }
        let lines = page.iter().enumerate().map(|(at, line)| {
            let mut line = PageLine::new(at + 1, *line);
            damage.repair(&mut line);
            line
        });
        lines.collect()
    }

    fn last(page: &[&str]) -> (String, Vec<MarkKind>) {
        let line = repaired(page).pop().unwrap();
        (line.text, line.marks.iter().map(|(kind, _)| *kind).collect())
    }

    #[test]
    fn text_behind_a_gloss_in_a_character_is_paired_anew() {
        assert_eq!(last(&["白雲(yún)", "深入?yún)f商量"]), ("深入協商量".to_owned(), vec![]));
    }

    #[test]
    fn what_vanished_in_the_private_area_is_supplied_by_the_page_and_marked() {
        let page = ["彰顯擔當作為", "關聯(lián)", "領導下?lián)斬撠煛⒙男新毮?,始終"];
        assert_eq!(
            last(&page),
            ("領導下擔當負責、履行職能,始終".to_owned(), vec![MarkKind::Supplied, MarkKind::Supplied])
        );
        let page = ["彰顯擔當作為", "關聯(lián)", "呼喚新?lián)?/b>"];
        assert_eq!(last(&page), ("呼喚新擔當".to_owned(), vec![MarkKind::Supplied]));
    }

    #[test]
    fn a_torn_full_stop_is_put_together() {
        assert_eq!(last(&["反映民意?!稕_劑》"]).0, "反映民意。《沖劑》");
        assert_eq!(last(&["“也提高了?!眲①澦烧J為"]).0, "“也提高了。”劉贊松認為");
        assert_eq!(last(&["“走進了民間?!?/p>"]), ("“走進了民間。”".to_owned(), vec![MarkKind::Supplied]));
        assert_eq!(last(&["走進了民間?,F在"]).0, "走進了民間。現在");
    }

    #[test]
    fn a_question_is_left_alone() {
        assert_eq!(last(&["怎么办?大家商量。"]).0, "怎么办?大家商量。");
        assert_eq!(last(&["怎么办?,大家"]).0, "怎么办?,大家");
        assert_eq!(question_marks("怎么办? ok?"), ["怎么办? ok?".chars().take(8).collect::<String>()]);
    }

    #[test]
    fn remains_of_tags_go() {
        assert_eq!(last(&["展现新作为?/strong>"]).0, "展现新作为");
    }
}
