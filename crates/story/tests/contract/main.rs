//! What holds for any document of the contract, whatever is in it.

mod agree;
mod generate;
mod mutate;
mod pictures;
mod round_trip;
mod schemas;
