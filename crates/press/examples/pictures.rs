//! How long pictures take, one after the other on one core, and what they weigh.
//!
//! ```text
//! cargo run --release -p press --features asm --example pictures -- FOLDER CACHE
//! ```

use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use press::pictures::{Lab, Settings};

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    let mut args = env::args().skip(1);
    let (root, cache) = (args.next().unwrap_or_default(), args.next().unwrap_or_default());
    let settings = Settings { fast: args.next().is_some_and(|word| word == "--fast") };
    let lab = Lab::new(root.as_ref(), cache.as_ref(), settings);
    let mut names: Vec<_> = fs::read_dir(&root)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    let (mut read, mut seconds) = (0.0, 0.0);
    for name in names {
        let begun = Instant::now();
        let print = match lab.develop(&name) {
            Ok(Some(print)) => print,
            Ok(None) => continue,
            Err(error) => {
                println!("{error}");
                continue;
            }
        };
        let took = begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        let card = lab.card(&name, None)?;
        let card_took = begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        lab.develop(&name)?;
        let again = begun.elapsed();
        let size = imagesize::size(Path::new(&root).join(&name))?;
        #[expect(clippy::cast_precision_loss, reason = "pixels")]
        let millions = (size.width * size.height) as f64 / 1e6;
        (read, seconds) = (read + millions, seconds + took);
        println!("{name}: {millions:.1} MP, {took:.2} s, card {card_took:.2} s, again {again:?}");
        for (file, path) in print.files.iter().chain(card.iter().flat_map(|card| &card.files)) {
            println!("  {file} {} kB", fs::metadata(path)?.len() / 1000);
        }
    }
    println!("{read:.1} MP in {seconds:.1} s: {:.1} MP/s", read / seconds);
    Ok(())
}
