package io.github.easel.cli;

import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.app.ModelService.ModelSummary;

/** Writes to standard output what is known of models, for a person or for a program. */
interface ModelPrinter {

  /** One model of the list. */
  void print(ModelSummary model);

  /** What a model's folder holds. */
  void print(ModelReport report);
}
