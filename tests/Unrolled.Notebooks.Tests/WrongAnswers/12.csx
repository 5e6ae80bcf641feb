//// 12-1 · entry by entry · divides entry by entry
double ErrorOf(double[] a, double[] b) =>
    a.Zip(b, (x, y) => x == y ? 0 : Math.Abs(x - y) / Math.Abs(y)).Max();
//// 12-1 · by the size of what was found · the recorded tensor is the measure
double ErrorOf(double[] a, double[] b) =>
    a.Zip(b, (x, y) => Math.Abs(x - y)).Max() / a.Max(Math.Abs);
//// 12-1 · the mean · must not be averaged away
double ErrorOf(double[] a, double[] b) =>
    a.Zip(b, (x, y) => Math.Abs(x - y)).Average() / b.Max(Math.Abs);
//// 12-1 · not relative · not relative yet
double ErrorOf(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
//// 12-1 · signed differences · take its absolute value first
double ErrorOf(double[] a, double[] b) => a.Zip(b, (x, y) => x - y).Max() / b.Max(Math.Abs);
//// 12-1 · the largest entry with its sign · by its absolute value
double ErrorOf(double[] a, double[] b) =>
    a.Zip(b, (x, y) => Math.Abs(x - y)).Max() / b.Max();
//// 12-1 · root mean square · the largest |a − b| of the tensor
double ErrorOf(double[] a, double[] b) =>
    Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Average()) / b.Max(Math.Abs);
//// 12-1 · the sum · the largest |a − b| of the tensor
double ErrorOf(double[] a, double[] b) =>
    a.Zip(b, (x, y) => Math.Abs(x - y)).Sum() / b.Max(Math.Abs);
//// 12-1 · Euclid's length · the largest |a − b| of the tensor
double ErrorOf(double[] a, double[] b) =>
    Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum()) / b.Max(Math.Abs);
//// 12-1 · by the larger of both · the largest |a − b| of the tensor
double ErrorOf(double[] a, double[] b) =>
    a.Zip(b, (x, y) => Math.Abs(x - y)).Max() / Math.Max(a.Max(Math.Abs), b.Max(Math.Abs));
//// 12-2 · unchanged · still the rows in ONNX's order
double[] FromOnnx(double[] rows, int hidden) => rows;
//// 12-2 · the way back · this is the way back
double[] FromOnnx(double[] rows, int hidden) =>
    [.. new[] { 0, 3, 1, 2 }.SelectMany(gate => rows.Skip(gate * hidden).Take(hidden))];
//// 12-2 · g and o exchanged · g is ONNX's last block
double[] FromOnnx(double[] rows, int hidden) =>
    [.. new[] { 0, 2, 1, 3 }.SelectMany(gate => rows.Skip(gate * hidden).Take(hidden))];
//// 12-2 · every fourth row · a block of H
double[] FromOnnx(double[] rows, int hidden) =>
    [.. new[] { 0, 2, 3, 1 }.SelectMany(
        gate => Enumerable.Range(0, hidden).Select(unit => rows[unit * 4 + gate]))];
//// 12-2 · reversed · torch wants i, f, g, o
double[] FromOnnx(double[] rows, int hidden) => [.. rows.Reverse()];
//// 12-3 · one bias · how far one of the two biases moves
(double Sgd, double Adam) Moves(double eta, double g) => (-eta * g, -eta * Math.Sign(g));
//// 12-3 · uphill · the sign
(double Sgd, double Adam) Moves(double eta, double g) =>
    (2 * eta * g, 2 * eta * Math.Sign(g));
//// 12-3 · Adam with the size of g · does not depend on the size of g
(double Sgd, double Adam) Moves(double eta, double g) => (-2 * eta * g, -2 * eta * g);
//// 12-3 · Adam once · With Adam, too, both biases move
(double Sgd, double Adam) Moves(double eta, double g) => (-2 * eta * g, -eta * Math.Sign(g));
//// 12-3 · twice the gradient, twice moved · has the gradient g of the sum
(double Sgd, double Adam) Moves(double eta, double g) =>
    (-4 * eta * g, -2 * eta * Math.Sign(g));
//// 12-3 · half · each of the two biases has the gradient g
(double Sgd, double Adam) Moves(double eta, double g) => (-eta * g / 2, -eta / 2);
//// 12-4 · by themselves · how the equations train by themselves
(double r, double z, double n, double hn) Factors() => (1, 1, 1, 1);
//// 12-4 · all of them · keeps torch's two biases apart
(double r, double z, double n, double hn) Factors() => (2, 2, 2, 2);
//// 12-4 · n as well · a sum, or one
(double r, double z, double n, double hn) Factors() => (2, 2, 2, 1);
//// 12-4 · the other way round · the other way round
(double r, double z, double n, double hn) Factors() => (1, 1, 2, 2);
//// 12-4 · z left out · A factor is 2 where GruCell has
(double r, double z, double n, double hn) Factors() => (2, 1, 1, 1);
//// 12-5 · one bias · How many does torch count
double TorchNorm(double w, double b) => Math.Sqrt(w * w + b * b);
//// 12-5 · twice the gradient · as if one bias had twice the gradient
double TorchNorm(double w, double b) => Math.Sqrt(w * w + 4 * b * b);
//// 12-5 · added · norms add as squares
double TorchNorm(double w, double b) => w + 2 * b;
//// 12-5 · the weights alone · the sum of the squares of all gradients
double TorchNorm(double w, double b) => w;
