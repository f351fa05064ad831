package io.github.easel.weights;

import java.util.Map;
import java.util.Optional;

/** Torch's names for types of numbers: of storages' classes and of dtypes. */
final class TorchTypes {

  private static final Map<String, DataType> TYPES =
      Map.ofEntries(
          Map.entry("DoubleStorage", DataType.F64),
          Map.entry("FloatStorage", DataType.F32),
          Map.entry("HalfStorage", DataType.F16),
          Map.entry("BFloat16Storage", DataType.BF16),
          Map.entry("LongStorage", DataType.I64),
          Map.entry("IntStorage", DataType.I32),
          Map.entry("ShortStorage", DataType.I16),
          Map.entry("CharStorage", DataType.I8),
          Map.entry("ByteStorage", DataType.U8),
          Map.entry("BoolStorage", DataType.BOOL),
          Map.entry("UntypedStorage", DataType.U8),
          Map.entry("float64", DataType.F64),
          Map.entry("float32", DataType.F32),
          Map.entry("float16", DataType.F16),
          Map.entry("bfloat16", DataType.BF16),
          Map.entry("int64", DataType.I64),
          Map.entry("int32", DataType.I32),
          Map.entry("int16", DataType.I16),
          Map.entry("int8", DataType.I8),
          Map.entry("uint8", DataType.U8),
          Map.entry("bool", DataType.BOOL),
          Map.entry("float8_e4m3fn", DataType.F8_E4M3),
          Map.entry("float8_e5m2", DataType.F8_E5M2));

  private TorchTypes() {}

  static Optional<DataType> named(String name) {
    return Optional.ofNullable(TYPES.get(name));
  }
}
