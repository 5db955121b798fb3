//! Every format of one small dataset, as it is written.

use super::*;
use crate::domain::{Comparison, Measure, compare};
use crate::export::fixture::{dataset, request, style};
use crate::export::text_style::Paint;
use crate::text::CharSet;
use crate::text::Lang;

fn laid_out(indicator: &str, measure: Measure, format: Format, style: &TextStyle) -> String {
    let dataset = dataset();
    let comparison = compare(&dataset, &request(&dataset, indicator, measure));
    comparisons(&dataset, ComparisonSet::One(&comparison), format, style).unwrap()
}

/// The text with a line end before it, so that it can be written down as it looks.
fn table(indicator: &str, measure: Measure, lang: Lang) -> String {
    format!("\n{}", laid_out(indicator, measure, Format::Table, &style(lang)))
}

#[test]
fn ranks_are_ranges_where_a_bound_leaves_it_open() {
    let expected = r#"
立案提案 · 各市最近一期 · 2025 全年
济南   579 件  ████████████████████████████████████████████████████████   第 1–2
青岛  ≥544 件  ████████████████████████████████████████████████████▋▸     第 1–2
滨州   512 件  █████████████████████████████████████████████████▌         第 3
咸阳  所见报道未提及
▸ 只知下限
出处
  滨州  “印"作|此",件”，《滨州市政协履职纪实》第 12 段（人民政协报，2024-08，已
        读全文） binzhou-2025-filed
  济南  “印"作|此",件”，《济南市政协履职纪实》第 12 段（人民政协报，2024-08，摘
        录） jinan-2025-filed
  青岛  “印"作|此",件”，《青岛市政协履职纪实》第 12 段（人民政协报，2024-08，已
        读全文） qingdao-2025-filed
可比与否
  谨慎可比  各市两两  见各市说明
  济南：来源只见摘录
  青岛：只知下限
4 市中 3 市公布
"#;
    assert_eq!(table("filed", Measure::Raw, Lang::Zh), expected);
}

#[test]
fn a_rate_is_a_band_and_a_figure_without_one_says_why() {
    let expected = r#"
督导 · 每月 · 各市最近一期
滨州  21.2–24.3 件/月  2024.1–8?
济南       ~2.5 件/月  2024
咸阳         无法折算  起点不详，无法折算（未载起点）（?–2023）
青岛  所见报道未提及
? 时段为推断
出处
  滨州  2024-01 至 2024-08-21（推断）；“印"作|此",件”，《滨州市政协履职纪实》第
        12 段（人民政协报，2024-08，已读全文） binzhou-2024-visits
  济南  2024 全年；“印"作|此",件”，《济南市政协履职纪实》第 12 段（人民政协报，
        2024-08，摘录） jinan-2024-visits
  咸阳  不详 至 2023；“印"作|此",件”，《咸阳市政协履职纪实》第 12 段（人民政协
        报，2024-08，已读全文） xianyang-2023-visits
可比与否
  谨慎可比  滨州–济南  见各市说明
  不可比    滨州–咸阳、济南–咸阳  时段不同：2024 / 2023；咸阳：起点不详，无法折
            算（未载起点）；咸阳：时段不详
  滨州：时段为推断
  济南：为约数，上下限不可靠；来源只见摘录
不足两个，不排序
4 市中 3 市公布
"#;
    assert_eq!(table("visits", Measure::PerMonth, Lang::Zh), expected);
}

#[test]
fn english_tells_the_same() {
    let expected = r#"
Oversight visits · latest figure of each city
Binzhou       163 items  ×  2024.1–8?
Jinan         ~30 items  ×  2024
Xianyang  <14,000 items  ×  ?–2023
Qingdao   not reported in the articles held
? period inferred
Sources
  Binzhou   2024-01 to 2024-08-21 (inferred); “印"作|此",件”, 《滨州市政协履职纪
            实》 para. 12 (CPPCC Daily, 2024-08, read in full)
            binzhou-2024-visits
  Jinan     the year 2024; “印"作|此",件”, 《济南市政协履职纪实》 para. 12
            (CPPCC Daily, 2024-08, excerpt) jinan-2024-visits
  Xianyang  not known to 2023; “印"作|此",件”, 《咸阳市政协履职纪实》 para. 12
            (CPPCC Daily, 2024-08, read in full) xianyang-2023-visits
Comparable or not
  not comparable  Binzhou–Jinan  lengths far apart: 6.71–7.68 months / 12
                  months; per month they can be compared
  not comparable  Binzhou–Xianyang, Jinan–Xianyang  periods differ: 2024 / 2023;
                  Xianyang: period not known
  Binzhou: period inferred
  Jinan: about: no bound to rely on; source seen as an excerpt
  Xianyang: only an upper bound
no two figures can be compared
reported by 3 of 4 cities
"#;
    assert_eq!(table("visits", Measure::Raw, Lang::En), expected);
}

#[test]
fn what_was_divided_by_is_told() {
    let expected = r#"
Proposals filed · per 100 members · latest figure of each city · the year 2025
Jinan     145 items/100 members  ███████████████████████████████████████   no. 1
Binzhou   128 items/100 members  ██████████████████████████████████▌       no. 2
Qingdao                no count  no member count held (2025)
Xianyang  not reported in the articles held
Sources
  Binzhou   “印"作|此",件”, 《滨州市政协履职纪实》 para. 12 (CPPCC Daily,
            2024-08, read in full) binzhou-2025-filed
  Jinan     “印"作|此",件”, 《济南市政协履职纪实》 para. 12 (CPPCC Daily,
            2024-08, excerpt) jinan-2025-filed
  Qingdao   “印"作|此",件”, 《青岛市政协履职纪实》 para. 12 (CPPCC Daily,
            2024-08, read in full) qingdao-2025-filed
Divided by
  Binzhou   members 400 (2025-01; news of the plenary session)
  Jinan     members 400 (2025-01; news of the plenary session)
Comparable or not
  with caution    Binzhou–Jinan  see the remarks on each city
  not comparable  Binzhou–Qingdao, Jinan–Qingdao  Qingdao: no member count held
  Jinan: source seen as an excerpt
reported by 3 of 4 cities
"#;
    assert_eq!(table("filed", Measure::PerHundredMembers, Lang::En), expected);
}

#[test]
fn a_designed_number_is_shown_and_not_compared() {
    let expected = r#"
体系 · 各市最近一期 · 2024 全年
滨州  1+10
济南  所见报道未提及
青岛  所见报道未提及
咸阳  所见报道未提及
出处
  滨州  “印"作|此",件”，《滨州市政协履职纪实》第 12 段（人民政协报，2024-08，已
        读全文） binzhou-2024-brand
结构代号不是数量，不作比较
4 市中 1 市公布
"#;
    assert_eq!(table("brand", Measure::Raw, Lang::Zh), expected);
}

#[test]
fn narrow_and_in_ascii() {
    let style = TextStyle { notation: CharSet::Ascii.into(), width: 50, ..style(Lang::Zh) };
    let text = laid_out("visits", Measure::PerMonth, Format::Table, &style);
    let expected = r#"
督导 . 每月 . 各市最近一期
滨州  21.2-24.3 件/月  2024.1-8?
济南       ~2.5 件/月  2024
咸阳         无法折算  起点不详，无法折算（未载起
                       点）（?-2023）
青岛  所见报道未提及
? 时段为推断
出处
  滨州  2024-01 至 2024-08-21（推断）；"印"作|此",
        件"，《滨州市政协履职纪实》第 12 段（人民
        政协报，2024-08，已读全文）
        binzhou-2024-visits
  济南  2024 全年；"印"作|此",件"，《济南市政协履
        职纪实》第 12 段（人民政协报，2024-08，摘
        录） jinan-2024-visits
  咸阳  不详 至 2023；"印"作|此",件"，《咸阳市政协
        履职纪实》第 12 段（人民政协报，2024-08，
        已读全文） xianyang-2023-visits
可比与否
  谨慎可比  滨州-济南  见各市说明
  不可比    滨州-咸阳、济南-咸阳  时段不同：2024 /
            2023；咸阳：起点不详，无法折算（未载起
            点）；咸阳：时段不详
  滨州：时段为推断
  济南：为约数，上下限不可靠；来源只见摘录
不足两个，不排序
4 市中 3 市公布
"#;
    assert_eq!(format!("\n{text}"), expected);
    assert!(text.lines().all(|line| crate::text::width(line) <= 50), "{text}");
}

#[test]
fn colours_change_nothing_but_colours() {
    let painted = TextStyle { paint: Paint::Ansi, ..style(Lang::Zh) };
    let coloured = laid_out("visits", Measure::PerMonth, Format::Table, &painted);
    let mut plain = String::new();
    for (number, part) in coloured.split('\u{1b}').enumerate() {
        plain.push_str(if number == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_ne!(coloured, plain);
    assert_eq!(plain, laid_out("visits", Measure::PerMonth, Format::Table, &style(Lang::Zh)));
}

#[test]
fn markdown_keeps_its_columns() {
    let text = laid_out("filed", Measure::Raw, Format::Markdown, &style(Lang::Zh));
    let expected = r#"
### 立案提案 · 各市最近一期

| 地区 | 数值 | 时段 | 位次 | 出处 |
| --- | --- | --- | --- | --- |
| 济南 | 579 件 | 2025 全年 | 第 1–2 | “印"作\|此",件”，《济南市政协履职纪实》第 12 段（人民政协报，2024-08，摘录） |
| 青岛 | ≥544 件 | 2025 全年 | 第 1–2 | “印"作\|此",件”，《青岛市政协履职纪实》第 12 段（人民政协报，2024-08，已读全文） |
| 滨州 | 512 件 | 2025 全年 | 第 3 | “印"作\|此",件”，《滨州市政协履职纪实》第 12 段（人民政协报，2024-08，已读全文） |
| 咸阳 | 所见报道未提及 |  |  |  |

- 谨慎可比（各市两两）：见各市说明
- 济南：来源只见摘录
- 青岛：只知下限
- 4 市中 3 市公布
"#;
    assert_eq!(format!("\n{text}"), expected);
}

#[test]
fn comma_separated_values_have_a_row_for_each_cell() {
    let text = laid_out("filed", Measure::Raw, Format::Csv, &style(Lang::Zh));
    let expected = r#"
indicator,measure,moment,area,value_low,value_high,low_open,high_open,value_printed,qualifier,unit_zh,unit_en,start,start_basis,end,end_basis,missing,no_measure,observation,article,paragraph,printed,rank_from,rank_to,refused,also_held,standing,verdict,order,scope,status,grade,variant_zh,variant_en,pack,pack_version
filed,raw,latest,binzhou,512,512,false,false,512,exact,件,items,2025-01-01,stated,2025-12-31,stated,,,binzhou-2025-filed,binzhou-2024,12,"印""作|此"",件",3,3,,,ranked,with-caution,descending,city,achieved,full,,,reports,
filed,raw,latest,jinan,579,579,false,false,579,exact,件,items,2025-01-01,stated,2025-12-31,stated,,,jinan-2025-filed,jinan-2024,12,"印""作|此"",件",1,2,,,ranked,with-caution,descending,city,achieved,excerpt,,,reports,
filed,raw,latest,qingdao,544,,false,true,544,at-least,件,items,2025-01-01,stated,2025-12-31,stated,,,qingdao-2025-filed,qingdao-2024,12,"印""作|此"",件",1,2,,,ranked,with-caution,descending,city,achieved,full,,,reports,
filed,raw,latest,xianyang,,,,,,,件,items,,,,,not-reported,,,,,,,,,,apart,,descending,,,,,,,
"#;
    assert_eq!(format!("\n{}", text.replace("\r\n", "\n")), expected);
    assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
}

#[test]
fn json_holds_what_is_known_and_nothing_else() {
    let json = |indicator, measure| -> serde_json::Value {
        serde_json::from_str(&laid_out(indicator, measure, Format::Json, &style(Lang::Zh))).unwrap()
    };
    let filed = json("filed", Measure::Raw);
    assert_eq!(filed["measure"], "raw");
    assert_eq!(filed["cells"][0]["low"].to_string(), "512");
    let at_least = &filed["cells"][2];
    assert_eq!((at_least["low"].to_string(), at_least["high"].to_string()), ("544".into(), "null".into()));
    assert_eq!((&at_least["low_open"], &at_least["high_open"]), (&false.into(), &true.into()));
    let missing = &filed["cells"][3];
    assert_eq!(missing["missing"], "not-reported");
    for name in ["observation", "low", "high", "low_open", "high_open", "value_text", "period"] {
        assert!(missing[name].is_null(), "{name}");
    }
    let rank = serde_json::json!({ "area": "jinan", "from": 1, "to": 2 });
    assert_eq!(filed["ranks"][1], rank);
    assert_eq!(filed["pairs"][0]["verdict"], "with-caution");
    assert_eq!(filed["pairs"][0]["reasons"][0]["id"], "source-seen-in-part");
    assert!(filed["refused"].is_null());
    let visits = json("visits", Measure::PerMonth);
    assert_eq!(visits["cells"][1]["unreliable"], serde_json::json!({ "value": 2.5, "qualifier": "about" }));
    assert!(visits["cells"][1]["low"].is_null());
    assert_eq!(visits["cells"][3]["no_measure"]["id"], "period-unknown");
    assert!(visits["ranks"].is_null());
    assert_eq!(json("brand", Measure::Raw)["refused"]["id"], "designed");
    assert_eq!(json("users", Measure::Raw)["refused"]["id"], "context");
}

#[test]
fn several_comparisons_are_an_array_and_none_is_an_empty_one() {
    let dataset = dataset();
    let one = compare(&dataset, &request(&dataset, "filed", Measure::Raw));
    let write = |several: &[Comparison]| {
        comparisons(&dataset, ComparisonSet::Several(several), Format::Json, &style(Lang::En)).unwrap()
    };
    let both = [one.clone(), one];
    for several in [&both[..], &both[..1]] {
        let written: serde_json::Value = serde_json::from_str(&write(several)).unwrap();
        assert_eq!(written.as_array().map(Vec::len), Some(several.len()));
    }
    assert_eq!(write(&[]), "[]\n");
}
