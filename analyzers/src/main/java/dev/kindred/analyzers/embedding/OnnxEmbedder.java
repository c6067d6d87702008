package dev.kindred.analyzers.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Runs a sentence model in ONNX Runtime: the mean of the vectors of a text's tokens, scaled to
 * length 1 (Reimers and Gurevych, "Sentence-BERT", 2019).
 *
 * <p>One text a run, one thread a run; several callers run side by side on one session.
 */
public final class OnnxEmbedder implements TextEmbedder {
  private static final String TYPES = "token_type_ids";
  private static final int MOST_TOKENS = 128;

  /*
   * ONNX Runtime begins by matching the process's command line, with a recursion that takes a
   * quarter of a kilobyte for each of its characters: a thread's usual megabyte ends at four
   * thousand of them, and the process with it.
   */
  private static final long STACK_BYTES = 256L << 20;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Set<String> inputs;
  private final WordPieceTokenizer tokenizer;
  private final Vocabulary vocabulary;
  private final String fingerprint;
  private final int dimension;

  private OnnxEmbedder(OrtEnvironment environment, OrtSession session, SentenceModel model) {
    this.environment = environment;
    this.session = session;
    this.inputs = session.getInputNames();
    this.tokenizer = new WordPieceTokenizer(model.vocabulary(), MOST_TOKENS);
    this.vocabulary = model.vocabulary();
    this.fingerprint = model.fingerprint();
    this.dimension = run("a").length;
  }

  /**
   * Loads a model; takes about a third of a second.
   *
   * @throws SentenceModelException if it cannot be used on this machine or is not a sentence model
   */
  public static OnnxEmbedder open(SentenceModel model) throws SentenceModelException {
    try {
      OrtEnvironment environment = environment();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        OrtSession session = environment.createSession(model.network(), options);
        return new OnnxEmbedder(environment, session, model);
      }
    } catch (OrtException | IllegalStateException | LinkageError | CompletionException e) {
      throw new SentenceModelException(
          "the model " + model.name() + " cannot be run: " + firstLine(e), e);
    }
  }

  private static OrtEnvironment environment() {
    return CompletableFuture.supplyAsync(
            OrtEnvironment::getEnvironment,
            task -> Thread.ofPlatform().name("onnx").stackSize(STACK_BYTES).start(task))
        .join();
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  @Override
  public boolean knows(String word) {
    return vocabulary.isCommon(word);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public float[] embed(String text) {
    return text.isBlank() ? new float[dimension] : run(text);
  }

  private float[] run(String text) {
    long[] tokens = tokenizer.tokens(text);
    long[] shape = {1, tokens.length};
    long[] ones = new long[tokens.length];
    Arrays.fill(ones, 1);
    Map<String, OnnxTensor> values = new HashMap<>();
    try {
      values.put("input_ids", tensor(tokens, shape));
      values.put("attention_mask", tensor(ones, shape));
      if (inputs.contains(TYPES)) {
        values.put(TYPES, tensor(new long[tokens.length], shape));
      }
      try (OrtSession.Result result = session.run(values)) {
        Object value = result.get(0).getValue();
        if (!(value instanceof float[][][] vectors)) {
          throw new IllegalStateException("its first output must be one vector a token");
        }
        return mean(vectors[0]);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("embedding failed: " + firstLine(e), e);
    } finally {
      values.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  private static float[] mean(float[][] vectors) {
    float[] mean = new float[vectors[0].length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i];
      }
    }
    double squares = 0;
    for (float x : mean) {
      squares += (double) x * x;
    }
    float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
    for (int i = 0; i < mean.length; i++) {
      mean[i] *= scale;
    }
    return mean;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
