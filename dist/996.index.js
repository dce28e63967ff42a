const id=996,ids=[996],modules={7996:(()=>{throw new Error("This build has no streams of events: see scripts/build/trim-sdk.ts")})};export{id,ids,modules};
