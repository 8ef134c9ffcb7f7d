import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";

/** wink-nlp's full pipeline: tokens, sentences, parts of speech, negation, sentiment, entities. Answers with how many it found. */
export function makeWink(): (text: string) => number {
  const nlp = winkNlp(model, ["sbd", "negation", "sentiment", "pos", "ner", "cer"]);
  return (text) => {
    const document = nlp.readDoc(text);
    return (
      document.sentences().length() + document.entities().length() + document.tokens().length()
    );
  };
}
