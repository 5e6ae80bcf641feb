// The declarations of TorchSharp 0.106.0 that data/torchsharp-reference/generate.cs and notebook 12b use: its
// signatures, without its code. Tests compile both against them; nothing here can be executed.
#nullable enable

using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

#pragma warning disable CA1720, CS8981, IDE0060, IDE1006

namespace TorchSharp
{
    public sealed class DisposeScope : IDisposable
    {
        public void Dispose() => throw null!;
    }

    public sealed class Scalar : IDisposable
    {
        public static implicit operator Scalar(int value) => throw null!;
        public static implicit operator Scalar(long value) => throw null!;
        public static implicit operator Scalar(double value) => throw null!;
        public void Dispose() => throw null!;
    }

    public static partial class torch
    {
        public enum ScalarType : sbyte
        {
            Int64 = 4,
            Float32 = 6,
            Float64 = 7,
        }

        public static string __version__ => throw null!;

        public static void set_num_threads(int num) => throw null!;

        public static Generator manual_seed(long seed) => throw null!;

        public static Tensor randn(
            long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
            Generator? generator = null, string[]? names = null) => throw null!;

        public static Tensor randn(
            long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false, Generator? generator = null, string[]? names = null) => throw null!;

        public static DisposeScope NewDisposeScope() => throw null!;

        public static IDisposable no_grad() => throw null!;

        public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => throw null!;

        public static Tensor zeros(
            long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
            string[]? names = null) => throw null!;

        public static Tensor zeros(
            long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
            string[]? names = null) => throw null!;

        public static Tensor zeros(
            int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
            string[]? names = null) => throw null!;

        public static Tensor tensor(
            IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
            string[]? names = null) => throw null!;

        public static Tensor tensor(
            double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
            string[]? names = null) => throw null!;

        public static Tensor tensor(
            double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false, string[]? names = null) => throw null!;

        public static Tensor tensor(
            IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false, string[]? names = null) => throw null!;

        public static Tensor tensor(
            long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
            string[]? names = null) => throw null!;

        public static Tensor tensor(
            long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false, string[]? names = null) => throw null!;

        public class Device;

        public class Generator;

        public partial class Tensor : IDisposable
        {
            public long[] shape => throw null!;
            public Tensor? grad { get => throw null!; set => throw null!; }
            public Tensor this[params Tensor[] indices] { get => throw null!; set => throw null!; }
            public Tensor this[long i1] { get => throw null!; set => throw null!; }
            public Tensor this[params long[] indices] { get => throw null!; set => throw null!; }

            public static implicit operator Tensor(int value) => throw null!;
            public static implicit operator Tensor(long value) => throw null!;
            public static implicit operator Tensor(double value) => throw null!;
            public static implicit operator Tensor(Scalar scalar) => throw null!;

            public static Tensor operator +(Tensor left, Tensor right) => throw null!;
            public static Tensor operator +(Tensor left, Scalar right) => throw null!;
            public static Tensor operator +(Scalar left, Tensor right) => throw null!;
            public static Tensor operator *(Tensor left, Tensor right) => throw null!;
            public static Tensor operator *(Tensor left, Scalar right) => throw null!;
            public static Tensor operator *(Scalar left, Tensor right) => throw null!;
            public static Tensor operator -(Tensor left, Tensor right) => throw null!;
            public static Tensor operator -(Tensor left, Scalar right) => throw null!;
            public static Tensor operator -(Scalar left, Tensor right) => throw null!;
            public static Tensor operator -(Tensor left, int right) => throw null!;
            public static Tensor operator -(int left, Tensor right) => throw null!;
            public static Tensor operator -(double left, Tensor right) => throw null!;

            public TensorAccessor<T> data<T>() where T : unmanaged => throw null!;
            public T item<T>() where T : unmanaged => throw null!;
            public void backward() => throw null!;
            public void backward(
                IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false,
                IList<Tensor>? inputs = null) => throw null!;
            public Tensor contiguous() => throw null!;
            public Tensor cpu(bool disposeAfter = false, bool non_blocking = false) => throw null!;
            public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
                throw null!;
            public Tensor copy_(Tensor source, bool nonBlocking = false) => throw null!;
            public Tensor detach() => throw null!;
            public void Dispose() => throw null!;
            public Tensor matmul(Tensor target) => throw null!;
            public Tensor narrow(long dim, long start, long length) => throw null!;
            public Tensor requires_grad_(bool requires_grad = true) => throw null!;
            public Tensor reshape(params long[] shape) => throw null!;
            public Tensor sigmoid() => throw null!;
            public Tensor sum(ScalarType? type = null) => throw null!;
            public Tensor t() => throw null!;
            public Tensor tanh() => throw null!;
        }

        public static partial class optim
        {
            public abstract partial class Optimizer : IDisposable
            {
                public virtual void zero_grad() => throw null!;
                public virtual Tensor step(Func<Tensor>? closure = null) => throw null!;
                public void Dispose() => throw null!;
            }

            public static SGD SGD(
                IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false) => throw null!;

            public static SGD SGD(
                IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0,
                double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                throw null!;

            public static RMSProp RMSProp(
                IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
                double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                throw null!;

            public static RMSProp RMSProp(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99,
                double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false,
                bool maximize = false) => throw null!;

            public static Adam Adam(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) => throw null!;

            public static Adam Adam(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9,
                double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false,
                bool maximize = false) => throw null!;
        }

        public static partial class nn
        {
            public enum NonLinearities
            {
                ReLU = 0,
                Tanh = 1,
            }

            public enum Reduction : long
            {
                None = 0,
                Mean = 1,
                Sum = 2,
            }

            public class Module : IDisposable
            {
                public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                    throw null!;
                public virtual IEnumerable<Parameter> parameters(bool recurse = true) => throw null!;
                public virtual Parameter? get_parameter(string target) => throw null!;
                public void Dispose() => throw null!;
            }

            public abstract class Module<T, TResult> : Module
            {
                public TResult call(T input) => throw null!;
            }

            public abstract class Module<T1, T2, TResult> : Module
            {
                public TResult call(T1 input1, T2 input2) => throw null!;
            }

            public static LSTM LSTM(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false,
                double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                throw null!;

            public static GRU GRU(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false,
                double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                throw null!;

            public static RNN RNN(
                long inputSize, long hiddenSize, long numLayers = 1,
                NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, bool batchFirst = false,
                double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                throw null!;

            public static Linear Linear(
                long inputSize, long outputSize, bool hasBias = true, Device? device = null,
                ScalarType? dtype = null) => throw null!;

            public static Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null,
                double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null,
                ScalarType? dtype = null) => throw null!;

            public static partial class functional
            {
                public static Tensor cross_entropy(
                    Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                    Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) => throw null!;

                public static Tensor mse_loss(
                    Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => throw null!;
            }

            public static partial class utils
            {
                public static double clip_grad_norm_(
                    IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0) => throw null!;

                public static partial class rnn
                {
                    public sealed class PackedSequence : IDisposable
                    {
                        public void Dispose() => throw null!;
                    }

                    public static PackedSequence pack_padded_sequence(
                        Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true) =>
                        throw null!;

                    public static (Tensor, Tensor) pad_packed_sequence(
                        PackedSequence sequence, bool batch_first = false, double padding_value = 0.0,
                        long? total_length = null) => throw null!;
                }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    public class Parameter : Tensor;

    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => throw null!;
        public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(
            nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null) => throw null!;
    }

    public sealed class GRU : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
    {
        public new (Tensor, Tensor) call(Tensor input, Tensor h0 = null!) => throw null!;
        public (nn.utils.rnn.PackedSequence, Tensor) call(
            nn.utils.rnn.PackedSequence input, Tensor h0 = null!) => throw null!;
    }

    public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => throw null!;
        public (nn.utils.rnn.PackedSequence, Tensor) call(
            nn.utils.rnn.PackedSequence input, Tensor? h0 = null) => throw null!;
    }

    public sealed class Linear : nn.Module<Tensor, Tensor>;

    public sealed class Embedding : nn.Module<Tensor, Tensor>;

    public abstract class OptimizerHelper : optim.Optimizer;

    public class SGD : OptimizerHelper;

    public class RMSProp : OptimizerHelper;

    public class Adam : OptimizerHelper;
}

namespace TorchSharp.Utils
{
    public sealed class TensorAccessor<T> : IDisposable where T : unmanaged
    {
        public T[] ToArray() => throw null!;
        public void Dispose() => throw null!;
    }
}
