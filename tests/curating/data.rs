//! Loading: the shipped data is sound, and every kind of fault is found at its place.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on has failed")]

use crate::planted;
use cppcc::checked::Content;
use cppcc::data::{Builtin, builtin, load, read_folder};
use cppcc::domain::Dataset;
use cppcc::domain::article::Published;
use cppcc::domain::denominator::Certainty;
use cppcc::domain::digest::Inline;
use cppcc::domain::indicator::{Nature, Population};
use cppcc::domain::period::Shape;
use cppcc::search::resolve;
use cppcc::text::Lang;
use planted::{faults, good, lines, plant, plants, sound, text_of};
use proptest::prelude::*;
use std::error::Error;
use std::fs;
use std::path::Path;

#[test]
fn the_shipped_data_has_no_fault() {
    let all = sound(builtin(Builtin::All));
    let reports = sound(builtin(Builtin::Reports));
    assert!(sound(builtin(Builtin::None)).areas.len() == 0);
    assert!(reports.observations.len() <= all.observations.len());
    for file in builtin(Builtin::All) {
        let on_disk = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file.path)).unwrap();
        assert_eq!(text_of(&file), on_disk, "{}", file.path.display());
    }
}

#[test]
fn the_order_of_files_does_not_matter() {
    let mut files = good();
    files.reverse();
    let (forward, backward) = (sound(good()), sound(files));
    assert_eq!(forward.observations.len(), backward.observations.len());
    let ids = |dataset: &Dataset| dataset.indicators.iter().map(|(_, it)| it.id.clone()).collect::<Vec<_>>();
    // Indicators come by theme, and within a theme as the files give them.
    assert_eq!(ids(&forward), ["visits", "branches", "system", "members", "app-users"]);
    assert_eq!(ids(&forward), ids(&backward));
}

#[test]
fn what_is_left_out_is_filled_in() -> Result<(), Box<dyn Error>> {
    let dataset = sound(good());
    let figure = |id: &str| &dataset.observations[dataset.observations.find(id).unwrap()];

    let visits = figure("donghu-2024-visits");
    let article = &dataset.articles[visits.source.article];
    assert_eq!(Some(&visits.period), article.period.as_ref());
    assert_eq!(dataset.packs[article.pack].id, "good");

    let users = figure("donghu-2024-users");
    assert_eq!(users.nature, Nature::Stock);
    let Shape::AsOf(end) = &users.period.shape else { panic!("a stock holds as of a date") };
    assert_eq!(Some(end), article.period.as_ref().map(cppcc::domain::period::Period::end));

    let new = figure("donghu-2024-branches-new");
    assert_eq!(new.nature, Nature::Flow);
    assert_eq!(new.period, visits.period);

    let news = dataset.articles.find("donghu-2024-news").ok_or("no such article")?;
    assert!(matches!(dataset.articles[news].published, Published::Unknown { .. }));

    let section = &dataset.sections(visits.source.article)[1];
    let [Inline::Words(before), Inline::Figure(key), Inline::Words(after)] = section.body.zh.as_slice() else {
        panic!("{:?}", section.body.zh)
    };
    assert_eq!((before.as_str(), after.as_str()), ("履职期间设立临时党支部，\n共", "个。"));
    assert!(section.tells_of(*key));
    Ok(())
}

#[test]
fn a_former_id_leads_to_the_indicator_from_everywhere() {
    let mut files = good();
    let mut replace = |path: &str, from: &str, to: &str| {
        let file = files.iter_mut().find(|file| file.path == Path::new(path)).unwrap();
        let text = text_of(file);
        assert!(text.contains(from), "{path}: {from}");
        file.content = Content::Bytes(text.replace(from, to).into_bytes().into());
    };
    replace("catalogue.toml", "id = \"visits\"\n", "id = \"inspections\"\naliases = [\"visits\", \"rounds\"]\n");
    let renamed = sound(files);
    let as_before = sound(good());
    let visits = renamed.indicators.find("inspections").unwrap();
    assert_eq!(renamed.indicators[visits].aliases, ["visits", "rounds"]);
    assert!(renamed.indicators.find("visits").is_none());
    let figures = |dataset: &Dataset, indicator| {
        dataset.observations.iter().filter(|(_, figure)| figure.indicator == indicator).count()
    };
    let before = figures(&as_before, as_before.indicators.find("visits").unwrap());
    assert_eq!((figures(&renamed, visits), before > 0), (before, true));
    assert_eq!(resolve::indicator(&renamed, "rounds").map(|found| found.key), Ok(visits));
    assert!(resolve::indicator(&renamed, "round").is_err());
}

#[test]
fn figures_of_members_serve_as_denominators() {
    let dataset = sound(good());
    let held: Vec<_> = dataset.denominators_of(dataset.areas.find("donghu").unwrap()).collect();
    let [given, taken] = held.as_slice() else { panic!("{held:?}") };
    assert_eq!((given.population, given.observation), (Population::Members, None));
    assert_eq!(taken.as_of.to_string(), "2025-01-10");
    assert_eq!(taken.source.zh, "东湖电视台《东湖市政协年终盘点》");
    assert_eq!(taken.source.en, "Donghu Television, “东湖市政协年终盘点”");
    assert_eq!(taken.certainty, Certainty::Low);
    assert_eq!(taken.observation, dataset.observations.find("donghu-2025-members"));
}

#[test]
fn a_folder_is_read_without_what_is_hidden() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let home = folder.path().join("Weifang 潍坊");
    fs::create_dir_all(home.join("areas"))?;
    fs::create_dir_all(home.join(".git"))?;
    for file in good() {
        let path = home.join(file.path.file_name().ok_or("no name")?);
        let path = if file.path.starts_with("areas") { home.join(&file.path) } else { path };
        let path = if path.exists() { path.with_extension("article.toml") } else { path };
        fs::write(path, text_of(&file))?;
    }
    fs::write(home.join(".git/broken.toml"), "= [")?;
    fs::write(home.join(".hidden.toml"), "= [")?;
    fs::write(home.join("notes.txt"), "= [")?;
    fs::remove_file(home.join("pack.toml"))?;
    let files = read_folder(&home);
    assert!(files.is_sorted_by_key(|file| &file.path));
    let dataset = sound(files);
    // A folder without a [pack] is a pack of its name.
    assert_eq!(dataset.packs.iter().map(|(_, pack)| pack.id.as_str()).collect::<Vec<_>>(), ["weifang"]);
    Ok(())
}

#[test]
fn what_can_not_be_read_is_a_fault_beside_the_others() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let nowhere = folder.path().join("nowhere");
    let mut files = read_folder(&nowhere);
    files.extend(read_folder(folder.path()));
    files.extend(good());
    let case = plants().into_iter().find(|case| case.name == "an unknown scope").ok_or("no such case")?;
    plant(&mut files, &case);
    let catalogue = files.iter_mut().find(|file| file.path == Path::new("catalogue.toml")).ok_or("no catalogue")?;
    let mut bytes = text_of(catalogue).into_bytes();
    let at = bytes.windows(6).position(|bytes| bytes == "民主".as_bytes()).ok_or("no such text")?;
    bytes[at] = 0xff;
    catalogue.content = Content::Bytes(bytes.into());
    let found = lines(&faults(files));
    assert_eq!(found.len(), 4, "{found:#?}");
    let told = |text: &str| assert!(found.iter().any(|line| line.contains(text)), "{text}: {found:#?}");
    told("nowhere: `` cannot be read: no such file or folder");
    told("there is no .toml file in this folder");
    told(&format!("catalogue.toml:3:16: `\u{fffd}` the file is not UTF-8: byte {} can't be read", at + 1));
    told(&case.expect[0]);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever is cut out of a file, loading ends, and every fault has a place in a file.
    #[test]
    fn no_damage_makes_loading_panic(which in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(), length in 1_usize..40) {
        let mut files = good();
        let file = which.get_mut(&mut files);
        let characters: Vec<char> = text_of(file).chars().collect();
        let from = from.index(characters.len());
        let to = (from + length).min(characters.len());
        let kept: String = characters.iter().enumerate().filter(|(at, _)| !(from..to).contains(at)).map(|(_, c)| c).collect();
        file.content = Content::Bytes(kept.into_bytes().into());
        if let Err(faults) = load(files) {
            prop_assert!(!faults.diagnostics().is_empty());
            prop_assert!(faults.diagnostics().iter().all(|fault| fault.position.is_some()));
            prop_assert!(!faults.render(Lang::Zh).is_empty() && !faults.render(Lang::En).is_empty());
        }
    }
}

#[test]
fn marks_and_line_ends_of_other_systems_do_no_harm() {
    let mut files = good();
    for file in &mut files {
        let text = format!("\u{feff}{}", text_of(file).replace('\n', "\r\n"));
        file.content = Content::Bytes(text.into_bytes().into());
    }
    assert_eq!(sound(files).observations.len(), sound(good()).observations.len());
}

/// What the Reader and the drilldown offer as printed can be quoted as it stands: no mark without its other half, no word that
/// hangs on what was left out, no body's name that stops in its midst.
#[test]
fn every_shipped_phrase_can_be_quoted_as_it_stands() {
    let dataset = load(builtin(Builtin::All)).unwrap();
    let figures = dataset.observations.iter().flat_map(|(_, figure)| figure.sources());
    let phrases: Vec<&str> = figures
        .chain(dataset.initiatives.iter().map(|(_, initiative)| &initiative.source))
        .map(|source| source.printed.as_str())
        .collect();
    assert!(phrases.len() > 200, "{}", phrases.len());
    for phrase in phrases {
        for [open, close] in [['“', '”'], ['‘', '’'], ['《', '》'], ['（', '）'], ['(', ')'], ['「', '」']]
        {
            let mut depth = 0;
            for letter in phrase.chars() {
                depth += i32::from(letter == open) - i32::from(letter == close);
                assert!(depth >= 0, "{phrase}");
            }
            assert_eq!(depth, 0, "{phrase}");
        }
        assert!(!phrase.starts_with(['到', '等', '的', '和', '与', '、', '，']), "{phrase}");
        assert!(!phrase.ends_with(['的', '和', '与', '及', '、', '，']) && !phrase.ends_with("名市政协"), "{phrase}");
    }
}
