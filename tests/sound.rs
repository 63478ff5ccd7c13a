//! A sound to play, made on the spot.

/// A second and a half of silence, as a sound file.
pub fn silence() -> Vec<u8> {
    let samples = vec![0x80_u8; 12_000];
    let mut file = b"RIFF".to_vec();
    let length = u32::try_from(samples.len()).unwrap_or_default();
    file.extend((length + 36).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    // As they are, one channel, 8000 samples a second of one byte each.
    for half in [1_u16, 1] {
        file.extend(half.to_le_bytes());
    }
    for whole in [8_000_u32, 8_000] {
        file.extend(whole.to_le_bytes());
    }
    for half in [1_u16, 8] {
        file.extend(half.to_le_bytes());
    }
    file.extend(b"data");
    file.extend(length.to_le_bytes());
    file.extend(samples);
    file
}
