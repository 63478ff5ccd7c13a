//! Numbers as a style has them. Written by hand: the standard library's way with fractions weighs
//! more than the whole rest of the module's text.

/// Writes a number with at most three digits after the point.
pub fn number(out: &mut String, value: f64) {
    // A hundred million pixels are further than any style reaches; what is no number is nothing.
    #[expect(clippy::cast_possible_truncation, reason = "held within bounds")]
    let thousandths = (value.clamp(-1e8, 1e8) * 1e3).round() as i64;
    if thousandths < 0 {
        out.push('-');
    }
    let all = thousandths.unsigned_abs();
    whole(out, all / 1_000);
    let mut rest = all % 1_000;
    if rest > 0 {
        out.push('.');
    }
    let mut unit = 100;
    while rest > 0 {
        out.push(digit(rest / unit));
        rest %= unit;
        unit /= 10;
    }
}

/// Writes a whole number.
pub fn whole(out: &mut String, value: u64) {
    if value >= 10 {
        whole(out, value / 10);
    }
    out.push(digit(value % 10));
}

/// A move in CSS pixels, and a scale about the element's middle after it.
#[must_use]
pub fn transform(x: f64, y: f64, scale: f64) -> String {
    let mut out = String::from("translate(");
    number(&mut out, x);
    out.push_str("px,");
    number(&mut out, y);
    out.push_str("px) scale(");
    number(&mut out, scale);
    out.push(')');
    out
}

/// A length.
#[must_use]
pub fn px(value: f64) -> String {
    let mut out = String::new();
    number(&mut out, value);
    out.push_str("px");
    out
}

fn digit(value: u64) -> char {
    char::from(b'0' + (value % 10) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_styles_have_them() {
        let table = [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (0.05, "0.05"),
            (10.25, "10.25"),
            (1_234.567_89, "1234.568"),
            (-0.000_4, "0"),
            (99.999_9, "100"),
            (f64::NAN, "0"),
            (f64::INFINITY, "100000000"),
        ];
        for (value, written) in table {
            let mut out = String::new();
            number(&mut out, value);
            assert_eq!(out, written, "{value}");
        }
        assert_eq!(transform(-3.5, 0.0, 1.25), "translate(-3.5px,0px) scale(1.25)");
        assert_eq!(px(12.0), "12px");
    }
}
