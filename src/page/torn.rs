//! Paragraphs that the columns of a printed page tore apart.
//!
//! The tails of torn paragraphs stand in the order of their heads, mostly right behind them, but other paragraphs may stand
//! between. A join is proposed and marked: only a person can tell.

use super::findings::MarkKind;
use super::line::{PageLine, last_of};
use super::supply::OpenMark;
use std::collections::VecDeque;

/// So long a line without a stop at its end is no heading.
const LONGEST_HEADING: usize = 40;
/// What paragraphs end with.
const ENDS: &str = "。！？!?…：:；;”’》）)】」』";

/// Joins torn paragraphs, and marks each join and each line that stays open.
pub(super) fn join(lines: Vec<PageLine>) -> Vec<PageLine> {
    let has_signs = lines.iter().filter(|line| is_marked_heading(&line.text)).count() > 1;
    let first = lines.iter().position(|line| is_complete(&line.text)).unwrap_or(0);
    let mut joined: Vec<PageLine> = Vec::with_capacity(lines.len());
    // The places in `joined` of the lines that wait for their tails.
    let mut open: VecDeque<usize> = VecDeque::new();
    let mut lines: VecDeque<PageLine> = lines.into();
    let mut place = 0;
    while let Some(line) = lines.pop_front() {
        let is_body = place > first;
        place += 1;
        let next_is_byline = lines.front().is_some_and(|next| is_byline(&next.text));
        if let Some(head) = head_of(&line, &joined, &open, is_body && !next_is_byline) {
            open.retain(|waiting| *waiting != head);
            let is_open_still = is_open(&line.text, has_signs);
            if let Some(paragraph) = joined.get_mut(head) {
                paragraph.join(line);
                if is_open_still && !open.contains(&head) {
                    open.push_back(head);
                }
            }
            continue;
        }
        if is_body && !next_is_byline && is_open(&line.text, has_signs) {
            open.push_back(joined.len());
        }
        joined.push(line);
    }
    for place in open {
        if let Some(line) = joined.get_mut(place).filter(|line| line.text.chars().count() > LONGEST_HEADING) {
            let words = last_of(&line.text, 8);
            line.marks.push((MarkKind::EndOpen, words));
        }
    }
    joined
}

/// Returns the place of the line that this one carries on.
fn head_of(line: &PageLine, joined: &[PageLine], open: &VecDeque<usize>, is_body: bool) -> Option<usize> {
    if !is_body || is_heading(&line.text) {
        return None;
    }
    let closes = closes_what_it_did_not_open(&line.text);
    let waits = |place: &&usize| joined.get(**place).is_some_and(|head| OpenMark::of(&head.text).is_open());
    if closes && let Some(head) = open.iter().find(waits) {
        return Some(*head);
    }
    // Behind an open line stands its tail, unless the open line asks for a mark that this one does not have: then this is
    // the tail of one before it.
    let last = *open.back()?;
    let is_right_behind = last + 1 == joined.len();
    let waits_for_mark = joined.get(last).is_some_and(|head| OpenMark::of(&head.text).is_open());
    match (is_right_behind, waits_for_mark && !closes) {
        (true, false) => Some(last),
        (true, true) => open.iter().copied().find(|place| *place != last).or(Some(last)),
        (false, _) => None,
    }
}

/// Whether a line ends without a stop and is no heading.
fn is_open(text: &str, has_signs: bool) -> bool {
    let is_unfinished = !text.ends_with(|last| ENDS.contains(last));
    let is_long = text.chars().count() > LONGEST_HEADING;
    is_unfinished && !is_heading(text) && (is_long || has_signs || OpenMark::of(text).is_open())
}

fn is_complete(text: &str) -> bool {
    text.chars().count() > LONGEST_HEADING && text.ends_with(|last| ENDS.contains(last))
}

/// Whether a line begins with a sign that this page puts before headings.
fn is_marked_heading(text: &str) -> bool {
    text.starts_with(">>>") || text.starts_with("●") || text.starts_with("◆") || text.starts_with("▶")
}

fn is_heading(text: &str) -> bool {
    is_marked_heading(text) || is_byline(text)
}

/// Whether a line names who wrote an article, or where it is from.
fn is_byline(text: &str) -> bool {
    let is_short = text.chars().count() <= 60;
    let begins = text.starts_with(['□', '■', '◎', '●']) && text.chars().count() < 30;
    begins
        || (is_short
            && ["记者", "通讯员", "作者", "来源", "发布日期", "发布时间"].iter().any(|word| {
                text.starts_with(word) || text.contains(&format!("{word}：")) || text.contains(&format!("{word}:"))
            }))
}

/// Whether a text closes a quotation or a title that it did not open.
fn closes_what_it_did_not_open(text: &str) -> bool {
    let (mut quotes, mut titles) = (0_i32, 0_i32);
    text.chars().any(|character| {
        match character {
            '“' => quotes += 1,
            '”' => quotes -= 1,
            '《' => titles += 1,
            '》' => titles -= 1,
            _ => {}
        }
        quotes < 0 || titles < 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(texts: &[&str]) -> Vec<String> {
        let lines = texts.iter().enumerate().map(|(at, text)| PageLine::new(at + 1, *text)).collect();
        join(lines).into_iter().map(|line| line.text).collect()
    }

    const LEAD: &str = "东湖市政协今年以来紧扣中心工作，组织委员深入各区开展调研协商，累计督导163次，提交提案98件。";
    const LONG: &str = "聚焦项目建设攻坚，制订印发行动方案，围绕三个重点环节，建立推进机制，各位副主席带领攻坚组深入县区一线持续营造风";

    #[test]
    fn a_tail_right_behind_is_joined_and_marked() {
        let lines =
            [LEAD, LONG, "清气正的环境。"].iter().enumerate().map(|(at, text)| PageLine::new(at + 1, *text)).collect();
        let lines = join(lines);
        assert_eq!(lines.len(), 2);
        let tail = lines.get(1).unwrap();
        assert!(tail.text.ends_with("持续营造风清气正的环境。"));
        assert_eq!(tail.marks, [(MarkKind::JoinProposed, "线持续营造风|清气正的环境".to_owned())]);
    }

    #[test]
    fn tails_that_are_interleaved_find_their_heads() {
        let page = [
            LEAD,
            ">>>举旗定向",
            "严格落实系列重要",
            ">>>实干争先",
            LEAD,
            "持续擦亮协商品牌，围绕“全力打造东湖",
            "决策，召开会议。",
            "客户端”召开座谈会。",
        ];
        let expected = [
            LEAD,
            ">>>举旗定向",
            "严格落实系列重要决策，召开会议。",
            ">>>实干争先",
            LEAD,
            "持续擦亮协商品牌，围绕“全力打造东湖客户端”召开座谈会。",
        ];
        assert_eq!(joined(&page), expected);
    }

    #[test]
    fn headings_and_bylines_are_not_joined() {
        let page = [LEAD, "以新作为彰显担当", LEAD, "市政协机关助推客户端建设", "□晚报记者 宋某", LEAD];
        assert_eq!(joined(&page), page);
    }

    #[test]
    fn what_stays_open_is_marked() {
        let lines = [LEAD, LONG].iter().enumerate().map(|(at, text)| PageLine::new(at + 1, *text)).collect();
        let marks: Vec<MarkKind> = join(lines).into_iter().flat_map(|line| line.marks).map(|(kind, _)| kind).collect();
        assert_eq!(marks, [MarkKind::EndOpen]);
    }
}
