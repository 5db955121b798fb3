//! The cities' colours: any two can be told apart by people with any kind of colour blindness, and each can be read.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::chart::area_colors::AREA_COLORS;
use cppcc::text::{Background, CharSet, ColorDepth};
use cppcc::view::Appearance;
use itertools::Itertools;
use support::colour::{BLACK, Rgb, WHITE, contrast, fixed, linear};

/// The least difference between two cities' colours, by CIEDE2000. Two is just noticeable side by side.
const APART: f64 = 12.0;
/// The least contrast with the ground, by WCAG 2: the level AA for text.
const CONTRAST: f64 = 4.5;
/// The same for signs.
const CONTRAST_OF_SIGNS: f64 = 3.0;

const BACKGROUNDS: [Background; 3] = [Background::Dark, Background::Light, Background::Unknown];

type Three = [f64; 3];
type Matrix = [Three; 3];

/// How colours look, in linear RGB: Machado, Oliveira and Fernandes (2009), severity 1.
const SIGHTS: [(&str, Matrix); 4] = [
    ("everybody", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

fn times(matrix: &Matrix, colour: Three) -> Three {
    matrix.map(|row| row.iter().zip(colour).map(|(part, value)| part * value).sum())
}

/// CIE L*a*b* under D65, of linear RGB.
fn lab(colour: Three) -> Three {
    const XYZ: Matrix = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let [x, y, z] = times(&XYZ, colour.map(|value| value.clamp(0.0, 1.0)));
    let root = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let (x, y, z) = (root(x / 0.950_47), root(y), root(z / 1.088_83));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000, as Sharma, Wu and Dalal (2005) put it.
fn difference([l1, a1, b1]: Three, [l2, a2, b2]: Three) -> f64 {
    let seventh = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25.0_f64.powi(7))).sqrt();
    let stretch = 1.0 + 0.5 * (1.0 - seventh(f64::midpoint(a1.hypot(b1), a2.hypot(b2))));
    let (a1, a2) = (a1 * stretch, a2 * stretch);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| b.atan2(a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let turn = match h2 - h1 {
        _ if c1 * c2 == 0.0 => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let (dl, dc) = (l2 - l1, c2 - c1);
    let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let h = if c1 * c2 == 0.0 { h1 + h2 } else { (h1 + turn / 2.0).rem_euclid(360.0) };
    let cosine = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cosine(h - 30.0) + 0.24 * cosine(2.0 * h) + 0.32 * cosine(3.0 * h + 6.0)
        - 0.20 * cosine(4.0 * h - 63.0);
    let off = (l - 50.0).powi(2);
    let (sl, sc, sh) = (1.0 + 0.015 * off / (20.0 + off).sqrt(), 1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rotation = 30.0 * (-((h - 275.0) / 25.0).powi(2)).exp();
    let rt = -(2.0 * rotation).to_radians().sin() * 2.0 * seventh(c);
    let (dl, dc, dh) = (dl / sl, dc / sc, dh / sh);
    (dl * dl + dc * dc + dh * dh + rt * dc * dh).sqrt()
}

/// The colours of a shade and a depth.
fn palette(background: Background, depth: ColorDepth) -> Vec<Rgb> {
    let look = Appearance { depth, background, charset: CharSet::Unicode };
    (0..AREA_COLORS.len()).map(|place| fixed(look.area_mark(place).fg.unwrap()).unwrap()).collect()
}

#[test]
fn the_difference_of_colours_is_measured_right() {
    // Four pairs of the test data of Sharma, Wu and Dalal.
    for (one, other, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.5, 0.0], [50.0, 0.0, -2.5], 4.3065),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
    ] {
        assert!((difference(one, other) - expected).abs() < 1e-4, "{}", difference(one, other));
    }
}

#[test]
fn everybody_can_tell_two_cities_apart() {
    for (shade, depth) in BACKGROUNDS.into_iter().cartesian_product([ColorDepth::True, ColorDepth::Indexed]) {
        let palette = palette(shade, depth);
        for (sight, matrix) in &SIGHTS {
            let seen = palette.iter().map(|colour| lab(times(matrix, linear(*colour))));
            for ((i, one), (j, other)) in seen.enumerate().tuple_combinations() {
                let apart = difference(one, other);
                assert!(apart >= APART, "{shade:?} {depth:?} {sight}: {i} and {j} differ by {apart:.1}");
            }
        }
    }
}

#[test]
fn every_city_can_be_read_on_its_ground() {
    for (shade, depth) in BACKGROUNDS.into_iter().cartesian_product([ColorDepth::True, ColorDepth::Indexed]) {
        // Those on which the pictures stand, and the extremes. Where nothing is known, letters are not coloured.
        let (grounds, least): (&[Rgb], f64) = match shade {
            Background::Dark => (&[(28, 29, 38), BLACK], CONTRAST),
            Background::Light => (&[(253, 253, 251), WHITE], CONTRAST),
            Background::Unknown => (&[BLACK, WHITE], CONTRAST_OF_SIGNS),
        };
        for (colour, ground) in palette(shade, depth).into_iter().cartesian_product(grounds) {
            let found = contrast(colour, *ground);
            assert!(found >= least, "{shade:?} {depth:?} {colour:?}: {found:.2}");
        }
        let look = Appearance { depth, background: shade, charset: CharSet::Unicode };
        assert!(
            (0..AREA_COLORS.len()).all(|place| look.area_text(place).fg.is_some() == (shade != Background::Unknown))
        );
    }
}

#[test]
fn without_colour_the_marks_differ() {
    for charset in [CharSet::Unicode, CharSet::NoAmbiguous, CharSet::Ascii] {
        let look = Appearance { depth: ColorDepth::None, background: Background::Dark, charset };
        assert!((0..8).map(|place| look.area_symbol(place)).all_unique());
        assert!((0..AREA_COLORS.len()).all(|place| look.area_mark(place).fg.is_none()));
    }
}
