//! How a document writes values and periods.

/// How values and periods are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum DocumentWording {
    /// With signs, as on the screen: `≥150 家`, `2025-01 至 2026-01-19`.
    Signs,
    /// In words, as an office writes them: `150余家`, `2025年1月至2026年1月19日`.
    Office,
}
