//! The empty spreadsheet: all headings, what is to be written under them, and the indicators with their definitions.

use super::columns::{ColumnKind, SheetColumn, SheetKind};
use super::words::List;
use crate::domain::Dataset;
use crate::text::{Lang, Phrase, Text};
use rust_xlsxwriter::{Color, DataValidation, Format, Note, Workbook, Worksheet, XlsxError};

const INDICATORS: Phrase = Phrase { zh: "指标", en: "Indicators" };
const HOW: Phrase = Phrase { zh: "说明", en: "How to" };
const EXAMPLE: Phrase = Phrase { zh: "举例", en: "For example" };
const NEEDED: Phrase = Phrase { zh: "必填", en: "needed" };
/// So many rows offer the words of a list.
const ROWS: u32 = 1000;

/// What is told in the sheet of how to fill in the others.
const STEPS: [Phrase; 6] = [
    Phrase {
        zh: "“地区”“文章”“数字”三张表依次填写，一行一条；带 * 的必填。已有的城市和文章不必再填。",
        en: "Fill in Areas, Articles and Figures, one entry a row; what has a * is needed. Cities and articles that are there already need not be.",
    },
    Phrase {
        zh: "数字最要紧的是“原文短语”：照录数字和所数之事，至多 16 字；数值、限定（余、近、约）由程序从中读出。",
        en: "What matters most of a figure is the phrase as printed: the number and what it counts, 16 characters at most. Its value and its hedge are read out of it.",
    },
    Phrase {
        zh: "指标写“指标”表中的名称；先看定义是否相合，不全相合的在“口径”写明所数之事。",
        en: "An indicator is named as in the sheet of indicators. Look at its definition first; where it nearly fits, say in Variant what is counted.",
    },
    Phrase {
        zh: "时段照原文：全年写 2024，几年写 2022/2024，起止写 2024-01-01/2024-08-21；时点数写一个日期。",
        en: "Periods are as the source states them: 2024, 2022/2024, 2024-01-01/2024-08-21; a stock has one date.",
    },
    Phrase {
        zh: "原文没有的不填，也不写 0；没有把握的不填。",
        en: "What the source does not say is left out, and never 0.",
    },
    Phrase {
        zh: "填好后：cppcc import 本文件。有错时逐格指出，改好之前什么也不写入；同一文件可以再次导入，已有的跳过。",
        en: "Then: cppcc import FILE. Every fault is told with its cell, and nothing is written before they are mended; a file may be imported again, and what is there is passed over.",
    },
];

/// Returns the template as an XLSX file.
///
/// # Errors
/// What the writer says.
pub fn template_xlsx(dataset: &Dataset, lang: Lang) -> Result<Vec<u8>, Text> {
    let said = |error: XlsxError| Text::new(error.to_string(), error.to_string());
    workbook(dataset, lang).map_err(said)
}

fn workbook(dataset: &Dataset, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    for kind in SheetKind::ALL.into_iter().rev() {
        write_kind(workbook.add_worksheet(), kind, lang)?;
    }
    write_indicators(workbook.add_worksheet(), dataset, lang)?;
    write_how(workbook.add_worksheet(), lang)?;
    workbook.save_to_buffer()
}

fn heading_format() -> Format {
    Format::new().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00DD_E8F2))
}

fn write_kind(sheet: &mut Worksheet, kind: SheetKind, lang: Lang) -> Result<(), XlsxError> {
    sheet.set_name(kind.name().get(lang))?;
    let as_text = Format::new().set_num_format("@");
    for (index, column) in (0_u16..).zip(kind.columns()) {
        let star = if column.is_needed { "*" } else { "" };
        sheet.write_string_with_format(0, index, format!("{}{star}", column.title(lang)), &heading_format())?;
        let about = about(column, lang);
        if !about.is_empty() {
            sheet.insert_note(0, index, &Note::new(about).set_author("cppcc"))?;
        }
        let is_wide = matches!(column.kind, ColumnKind::Printed | ColumnKind::Sentence | ColumnKind::Article);
        sheet.set_column_width(index, if is_wide { 28.0 } else { 14.0 })?;
        if let ColumnKind::Listed(list) = column.kind {
            let words: Vec<&str> = list.words().iter().map(|(_, name)| name.get(lang)).collect();
            let validation = DataValidation::new().allow_list_strings(&words)?;
            // A word of the files of data, or a hedge as printed, is right as well.
            let validation = validation.show_error_message(false);
            sheet.add_data_validation(1, index, ROWS, index, &validation)?;
        }
        // Otherwise 2024-05 becomes a date, and a code loses its zeros.
        if matches!(column.kind, ColumnKind::Time | ColumnKind::Digits) {
            sheet.set_column_format(index, &as_text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// Says what is to be written in a column.
fn about(column: &SheetColumn, lang: Lang) -> String {
    let needed = column.is_needed.then(|| NEEDED.get(lang).to_owned());
    let about = Some(column.about.get(lang)).filter(|about| !about.is_empty()).map(str::to_owned);
    let words = match column.kind {
        ColumnKind::Listed(list) => Some(listed(list, lang)),
        _ => None,
    };
    [needed, about, words].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn listed(list: List, lang: Lang) -> String {
    let words: Vec<&str> = list.words().iter().map(|(_, name)| name.get(lang)).collect();
    words.join(if lang == Lang::Zh { "、" } else { ", " })
}

fn write_indicators(sheet: &mut Worksheet, dataset: &Dataset, lang: Lang) -> Result<(), XlsxError> {
    const HEADINGS: [Phrase; 6] = [
        Phrase { zh: "名称", en: "Name" },
        Phrase { zh: "单位", en: "Unit" },
        Phrase { zh: "性质", en: "Nature" },
        Phrase { zh: "定义", en: "Definition" },
        Phrase { zh: "主题", en: "Theme" },
        Phrase { zh: "代号", en: "Id" },
    ];
    sheet.set_name(INDICATORS.get(lang))?;
    for (column, heading) in (0_u16..).zip(HEADINGS) {
        sheet.write_string_with_format(0, column, heading.get(lang), &heading_format())?;
    }
    let wrapped = Format::new().set_text_wrap();
    for (row, (_, indicator)) in (1_u32..).zip(dataset.indicators.iter()) {
        let theme = &dataset.themes[indicator.theme];
        let cells = [
            indicator.name.get(lang),
            indicator.unit.get(lang),
            indicator.nature.name().get(lang),
            indicator.definition.get(lang),
            theme.name.get(lang),
            &indicator.id,
        ];
        for (column, words) in (0_u16..).zip(cells) {
            sheet.write_string_with_format(row, column, words, &wrapped)?;
        }
    }
    for (column, width) in (0_u16..).zip([28.0, 8.0, 10.0, 70.0, 16.0, 34.0]) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn write_how(sheet: &mut Worksheet, lang: Lang) -> Result<(), XlsxError> {
    sheet.set_name(HOW.get(lang))?;
    sheet.set_column_width(0, 110.0)?;
    let wrapped = Format::new().set_text_wrap();
    let mut row = 0;
    for (number, step) in STEPS.iter().enumerate() {
        sheet.write_string_with_format(row, 0, format!("{}. {}", number + 1, step.get(lang)), &wrapped)?;
        row += 1;
    }
    sheet.write_string_with_format(row + 1, 0, EXAMPLE.get(lang), &Format::new().set_bold())?;
    let example = Phrase {
        zh: "地区 潍坊 ｜ 指标 立案提案（…） ｜ 原文短语 立案提案312件 ｜ 时段 2024 ｜ 范围 市本级 ｜ 文章 （标题）",
        en: "Area 潍坊 | Indicator (a name) | Printed 立案提案312件 | Period 2024 | Scope city level | Article (its title)",
    };
    sheet.write_string_with_format(row + 2, 0, example.get(lang), &wrapped)?;
    Ok(())
}
