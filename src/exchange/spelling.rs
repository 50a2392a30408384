//! Spellings of names made comparable: case, accents and punctuation taken off; not what a name means.

/// The text in lower case without accents, every run of anything but letters and digits as one space.
///
/// "Nom de l’exercice" and "nom de l'exercice" are the same, and so are "Stiff-Legged" and "stiff legged".
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for char in text.chars().map(lower) {
        match char {
            'a'..='z' | '0'..='9' => folded.push(char),
            // Accents that follow their letter, as some phones write them.
            '\u{300}'..='\u{36F}' => {}
            _ => match plain(char) {
                "" if char.is_alphanumeric() => folded.push(char),
                "" => {
                    if !folded.is_empty() && !folded.ends_with(' ') {
                        folded.push(' ');
                    }
                }
                letters => folded.push_str(letters),
            },
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A slug of at most 60 characters of `a-z 0-9 -`, and whether every letter of the name found a place in it.
pub(super) fn slug(name: &str) -> (String, bool) {
    let mut slug = String::new();
    let mut whole = true;
    for char in fold(name).chars() {
        if slug.len() >= 60 {
            whole = false;
            break;
        }
        match char {
            'a'..='z' | '0'..='9' => slug.push(char),
            ' ' => slug.push('-'),
            _ => whole = false,
        }
    }
    let slug = slug.trim_matches('-').to_owned();
    (slug, whole)
}

/// A short number that tells names apart (FNV-1a): the same name always has the same.
pub(super) fn digest(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The small letter of a capital, in the scripts that exports of training apps come in. The standard library
/// knows every script there is, in a table that weighs more than the rest of an import.
fn lower(char: char) -> char {
    let code = u32::from(char);
    let step = match code {
        0x41..=0x5A => 32,
        0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A9 | 0x410..=0x42F => 32,
        0x400..=0x40F => 80,
        0x100..=0x137 | 0x14A..=0x177 | 0x218..=0x21B if code.is_multiple_of(2) => 1,
        0x139..=0x148 | 0x179..=0x17E if !code.is_multiple_of(2) => 1,
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(char)
}

/// The plain letters of an accented one; empty for what is none.
fn plain(char: char) -> &'static str {
    match char {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ð' | 'đ' | 'ď' => "d",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ț' => "t",
        'ù'..='ü' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' | 'Ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_mean_the_same_fold_to_the_same() {
        assert_eq!(fold("Name der Übung"), "name der ubung");
        assert_eq!(fold("Nom de l’entraînement"), fold("Nom de l'entraînement"));
        assert_eq!(fold("U\u{308}bung"), fold("Übung"));
        assert_eq!(fold("  Stiff-Legged  Deadlift (Barbell) "), "stiff legged deadlift barbell");
        assert_eq!(fold("Weight (kg)"), "weight kg");
        assert_eq!(fold("スクワット"), "スクワット");
        assert_eq!(fold("?!"), "");
        for capital in "ABCXYZÄÖÜÀÇÉÑØŐŠŽŁĞȘΑΩЖЯЁ".chars() {
            assert_eq!(lower(capital).to_string(), capital.to_lowercase().to_string(), "{capital}");
        }
    }

    #[test]
    fn a_letter_with_an_accent_is_the_letter() {
        let letters = [
            ("àáâãäåāăą", "a"),
            ("æ", "ae"),
            ("çćč", "c"),
            ("ðđď", "d"),
            ("èéêëēęě", "e"),
            ("ğ", "g"),
            ("ìíîïı", "i"),
            ("ł", "l"),
            ("ñńň", "n"),
            ("òóôõöøő", "o"),
            ("œ", "oe"),
            ("ř", "r"),
            ("śšşș", "s"),
            ("ß", "ss"),
            ("ťț", "t"),
            ("ùúûüůű", "u"),
            ("ýÿ", "y"),
            ("źżž", "z"),
        ];
        for (accented, letter) in letters {
            for one in accented.chars() {
                assert_eq!(fold(&format!("x{one}x")), format!("x{letter}x"), "{one}");
                let capital: String = one.to_uppercase().collect();
                assert_eq!(fold(&format!("X{capital}X")), format!("x{letter}x"), "{capital}");
            }
        }
    }

    #[test]
    fn a_slug_says_when_it_lost_letters() {
        assert_eq!(
            slug("Bench Press - Close Grip (Barbell)"),
            ("bench-press-close-grip-barbell".into(), true)
        );
        assert_eq!(slug("スクワット 2"), ("2".into(), false));
        let (long, whole) = slug(&"ab ".repeat(100));
        assert!(long.len() <= 60 && !whole);
    }
}
