//! Text that reads like a newspaper's from afar, and is the same each time.

/// Random numbers from a seed (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// One that gives what every other of this seed and number gives.
    pub fn new(seed: u64, number: usize) -> Self {
        Self(seed ^ (number as u64).wrapping_mul(0xd6e8_feb8_6659_fd93))
    }

    /// A number below this one, which is not 0.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % most as u64).unwrap_or_default()
    }
}

/// Words of an ordinary story.
const WORDS: [&str; 64] = [
    "sông",
    "núi",
    "đường",
    "chợ",
    "xã",
    "huyện",
    "mùa",
    "mưa",
    "nắng",
    "người",
    "dân",
    "làng",
    "ruộng",
    "bậc",
    "thang",
    "trà",
    "rừng",
    "suối",
    "cầu",
    "nhà",
    "sàn",
    "lễ",
    "hội",
    "ngày",
    "đêm",
    "khách",
    "du",
    "lịch",
    "đèo",
    "mây",
    "ngựa",
    "vải",
    "thêu",
    "hoa",
    "đào",
    "mận",
    "cơm",
    "lam",
    "cá",
    "nướng",
    "trẻ",
    "em",
    "trường",
    "học",
    "thầy",
    "cô",
    "sách",
    "vở",
    "điện",
    "nước",
    "đá",
    "tai",
    "mèo",
    "cao",
    "nguyên",
    "biên",
    "giới",
    "bản",
    "mới",
    "khởi",
    "công",
    "hoàn",
    "thành",
    "tốt",
];

/// So many words, the first with a capital letter.
pub fn sentence(dice: &mut Dice, words: usize) -> String {
    let mut text = String::new();
    for at in 0..words {
        let word = WORDS[dice.below(WORDS.len())];
        if at == 0 {
            let mut letters = word.chars();
            text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            text.push_str(letters.as_str());
        } else {
            text.push(' ');
            text.push_str(word);
        }
    }
    text
}

/// So many sentences.
pub fn paragraph(dice: &mut Dice, sentences: usize) -> String {
    let one = |dice: &mut Dice| {
        let words = 12 + dice.below(12);
        sentence(dice, words) + "."
    };
    (0..sentences).map(|_| one(dice)).collect::<Vec<_>>().join(" ")
}
