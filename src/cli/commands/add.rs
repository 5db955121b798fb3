//! `cppcc add`: a figure out of a sentence, into the user's own pack.

use crate::checked::Faults;
use crate::cli::add_options::AddOptions;
use crate::cli::options::Global;
use crate::cli::stream::{Failure, count_data_faults, drawable, print, say};
use crate::domain::Dataset;
use crate::entry::{
    DraftReading, FieldFault, FigureDraft, FigureField, Named, NewEntries, draft_of, is_phrase_short, read,
};
use crate::printed::{CandidateValue, FigureCandidate, candidates};
use crate::search::resolve;
use crate::text::{Lang, Phrase, Text};
use crate::user_deck::{self, LoadedData};
use crate::user_pack::{AddError, Added, UserPack};
use crate::wording::figure_sentence;
use itertools::Itertools;
use std::io::Read;

const NOTHING: Phrase = Phrase { zh: "未写入", en: "nothing is written" };
const SHORT: Phrase = Phrase {
    zh: "引文长度有限，句中的限定或时段离数字太远；请核对",
    en: "a quoted phrase is short, and the hedge or span stands too far from the number: look at it",
};

/// The places of the numbers that a sentence offers, each under the number that `--take` names it by. That must not depend on the
/// indicator: whoever has read one list would take another figure by it.
struct NumberedCandidates(Vec<usize>);

impl NumberedCandidates {
    fn of(sentence: &str, reading: &DraftReading) -> Self {
        let of_all = candidates(sentence, None, None).into_iter().map(|candidate| candidate.place.start);
        let offered = reading.candidates.iter().map(|candidate| candidate.place.start);
        Self(of_all.chain(offered).unique().collect())
    }

    fn number_of(&self, candidate: &FigureCandidate) -> usize {
        self.0.iter().position(|place| *place == candidate.place.start).map_or(0, |index| index + 1)
    }

    fn holds(&self, number: usize) -> bool {
        (1..=self.0.len()).contains(&number)
    }

    /// Returns where a number begins; a place at which none does where there is no such number.
    fn place_of(&self, number: usize) -> usize {
        number.checked_sub(1).and_then(|index| self.0.get(index)).copied().unwrap_or(usize::MAX)
    }
}

fn not_of_indicator(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("--take：第 {number} 个数不是这项指标所数的，未写入"),
        Lang::En => format!("--take: number {number} is none that this indicator counts; nothing is written"),
    }
}

/// Reads the options, checks the figure with all data in force, writes it and says where.
pub(in crate::cli) fn run(options: &AddOptions, global: &Global) -> Result<u8, Failure> {
    let lang = global.lang();
    let sources = global.sources();
    let LoadedData { dataset, .. } = user_deck::load(&sources.for_adding())?;
    let mut pack = UserPack::new(sources);
    let mut draft = match &options.replace {
        Some(figure) => corrected(&own_figure(&pack, &dataset, figure, lang)?, options, &dataset)?,
        None => draft(options)?,
    };
    let mut reading = read(&draft, &dataset);
    if let Some(number) = options.take {
        let numbers = NumberedCandidates::of(&draft.sentence, &reading);
        draft.taken = Some(numbers.place_of(number));
        reading = read(&draft, &dataset);
        if reading.taken.is_none() && numbers.holds(number) {
            say(&not_of_indicator(number, lang));
            return Ok(2);
        }
    }
    let Some(entries) = &reading.entries else {
        refuse(&draft.sentence, &reading, lang);
        return Ok(2);
    };
    if is_phrase_short(&reading) {
        say(SHORT.get(lang));
    }
    let added = match (options.replace.is_some(), options.dry_run) {
        (false, true) => pack.check(&dataset, entries),
        (false, false) => pack.add(&dataset, entries),
        (true, true) => pack.check_correction(&dataset, entries),
        (true, false) => pack.correct(&dataset, entries),
    };
    match added {
        Ok(added) => {
            tell(&added, entries, (options.replace.is_some(), options.dry_run), lang);
            print(&drawable(&written(&added)))?;
            Ok(0)
        }
        Err(AddError::Faults(faults)) => {
            say_faults(&faults, lang);
            Ok(2)
        }
        Err(why) => {
            say(&why.text(lang));
            Ok(2)
        }
    }
}

/// Finds a figure of the user's own data by what is typed.
pub(super) fn own_figure(pack: &UserPack, dataset: &Dataset, typed: &str, lang: Lang) -> Result<String, Failure> {
    let found = resolve::figure(dataset, typed)?;
    if let Some(remark) = found.remark(lang) {
        // Of several none is changed by guessing.
        return Err(Failure::Usage(Text::new(remark.clone(), remark)));
    }
    let id = dataset.observations[found.key].id.clone();
    if pack.figure_ids().contains(&id) {
        return Ok(id);
    }
    Err(Failure::Usage(Text::new(
        format!("“{id}”不在自己的数据里，不能改动；要覆盖它，用 cppcc add --id {id} 录入一条"),
        format!("`{id}` is not in your own data, and stays as it is; cppcc add --id {id} lays a figure over it"),
    )))
}

/// Returns the draft of a figure with what the options change in it.
fn corrected(id: &str, options: &AddOptions, dataset: &Dataset) -> Result<FigureDraft, Failure> {
    let typed = draft(options)?;
    let Some(key) = dataset.observations.find(id) else { return Ok(typed) };
    let held = draft_of(dataset, key);
    let words = |typed: String, held: String| if typed.is_empty() { held } else { typed };
    let named = |typed: Named, held: Named| if typed == Named::Nothing { held } else { typed };
    // A new sentence says its number and its time itself.
    let is_new = !typed.sentence.is_empty() && typed.sentence != held.sentence;
    let said = |held: String| if is_new { String::new() } else { held };
    Ok(FigureDraft {
        sentence: words(typed.sentence, held.sentence),
        taken: if is_new { None } else { held.taken },
        indicator: named(typed.indicator, held.indicator),
        area: named(typed.area, held.area),
        nature: typed.nature.or(held.nature),
        value: words(typed.value, said(held.value)),
        qualifier: typed.qualifier.or(if is_new { None } else { held.qualifier }),
        each: typed.each.or(if is_new { None } else { held.each }),
        unit: words(typed.unit, held.unit),
        period: words(typed.period, held.period),
        scope: typed.scope.or(held.scope),
        status: typed.status.or(held.status),
        article: named(typed.article, held.article),
        paragraph: words(typed.paragraph, held.paragraph),
        variant: words(typed.variant, held.variant),
        reading: words(typed.reading, said(held.reading)),
        note: words(typed.note, held.note),
        id: held.id,
        corrects: held.corrects,
        ..typed
    })
}

/// Returns the fields that the options fill in.
fn draft(options: &AddOptions) -> Result<FigureDraft, Failure> {
    let typed = |option: &Option<String>| option.clone().unwrap_or_default();
    let named = |held: &Option<String>, new: &Option<String>| match (held, new) {
        (_, Some(new)) => Named::New(new.clone()),
        (Some(held), None) => Named::typed(held),
        (None, None) => Named::Nothing,
    };
    Ok(FigureDraft {
        sentence: sentence(options)?,
        taken: None,
        indicator: named(&options.indicator, &options.new_indicator),
        theme: named(&options.in_theme, &options.new_theme),
        nature: options.nature,
        definition: typed(&options.definition),
        area: named(&options.area, &options.new_area),
        code: typed(&options.code),
        value: typed(&options.value),
        qualifier: options.qualifier,
        each: options.each,
        unit: typed(&options.unit),
        period: typed(&options.period),
        scope: options.scope,
        status: options.status,
        article: named(&options.article, &options.title),
        outlet: typed(&options.outlet),
        published: typed(&options.published),
        address: typed(&options.address),
        paragraph: options.paragraph.map(|number| number.to_string()).unwrap_or_default(),
        variant: typed(&options.variant),
        reading: typed(&options.reading),
        note: typed(&options.note),
        id: typed(&options.id),
        corrects: String::new(),
    })
}

/// Returns the sentence, from standard input where `-` says so. No sentence is longer than a page.
fn sentence(options: &AddOptions) -> Result<String, Failure> {
    const LONGEST: u64 = 64 * 1024;
    let typed = options.sentence.clone().unwrap_or_default();
    if typed != "-" {
        return Ok(typed);
    }
    let mut text = String::new();
    let read = std::io::stdin().take(LONGEST).read_to_string(&mut text);
    read.map_err(|_| Failure::Usage(Text::new("标准输入不是 UTF-8 文本", "standard input is not UTF-8 text")))?;
    Ok(text.trim().to_owned())
}

/// Says what is wrong or missing, each under the option that decides it, and lists the numbers of the sentence.
fn refuse(sentence: &str, reading: &DraftReading, lang: Lang) {
    for fault in &reading.faults {
        say(&told(fault, lang));
    }
    if reading.faults.iter().any(|fault| fault.field == FigureField::Taken) {
        let numbers = NumberedCandidates::of(sentence, reading);
        for candidate in &reading.candidates {
            say(&format!("  --take {}  {}", numbers.number_of(candidate), candidate_in_words(candidate, lang)));
        }
    }
    say(NOTHING.get(lang));
}

fn told(fault: &FieldFault, lang: Lang) -> String {
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    format!("{}{colon}{}", option_of(fault.field), fault.words.get(lang))
}

/// Returns what a number of a sentence says, in one line.
fn candidate_in_words(candidate: &FigureCandidate, lang: Lang) -> String {
    let value = match &candidate.value {
        CandidateValue::Number(reading) => reading.keys(),
        CandidateValue::Designed(design) => format!("value = \"{design}\""),
    };
    match lang {
        Lang::Zh => format!("“{}”（{value}）", candidate.printed),
        Lang::En => format!("“{}” ({value})", candidate.printed),
    }
}

/// Returns the option that fills a field in.
const fn option_of(field: FigureField) -> &'static str {
    match field {
        FigureField::Sentence => "--sentence",
        FigureField::Taken => "--take",
        FigureField::Indicator => "--indicator",
        FigureField::Theme => "--in-theme",
        FigureField::Nature => "--nature",
        FigureField::Definition => "--definition",
        FigureField::Area => "--area",
        FigureField::Code => "--code",
        FigureField::Value => "--value",
        FigureField::Qualifier => "--qualifier",
        FigureField::Each => "--each",
        FigureField::Unit => "--unit",
        FigureField::Period => "--period",
        FigureField::Scope => "--scope",
        FigureField::Status => "--status",
        FigureField::Article => "--article | --title",
        FigureField::Outlet => "--outlet",
        FigureField::Published => "--published",
        FigureField::Address => "--address",
        FigureField::Paragraph => "--paragraph",
        FigureField::Variant => "--variant",
        FigureField::Reading => "--reading",
        FigureField::Note => "--note",
    }
}

/// Says how the figure is told, and whether it was written.
fn tell(added: &Added, entries: &NewEntries, (is_correction, is_dry): (bool, bool), lang: Lang) {
    let dataset: &Dataset = &added.loaded.dataset;
    for figure in &entries.figures {
        if let Some(key) = dataset.observations.find(&figure.id) {
            say(&figure_sentence(dataset, key, lang));
        }
    }
    let files = added.parts.iter().map(|part| &part.path).collect::<std::collections::BTreeSet<_>>();
    let listed: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
    let written = match (is_correction, lang) {
        (true, Lang::Zh) => "已改正",
        (true, Lang::En) => "corrected in",
        (false, Lang::Zh) => "已写入",
        (false, Lang::En) => "written to",
    };
    say(&match (is_dry, lang) {
        (true, Lang::Zh) => format!("只核对，未写入；将写入 {}", listed.join("、")),
        (true, Lang::En) => format!("checked, not written; it would go into {}", listed.join(", ")),
        (false, Lang::Zh) => format!("{written} {}", listed.join("、")),
        (false, Lang::En) => format!("{written} {}", listed.join(", ")),
    });
}

/// Returns what was written, with the place of each part above it.
fn written(added: &Added) -> String {
    let part = |part: &crate::user_pack::WrittenPart| format!("# {}:{}\n{}", part.path.display(), part.line, part.text);
    added.parts.iter().map(part).collect::<Vec<_>>().join("\n")
}

pub(super) fn say_faults(faults: &Faults, lang: Lang) {
    for fault in faults.diagnostics() {
        say(&fault.render(lang));
    }
    say(&count_data_faults(faults, lang));
}
