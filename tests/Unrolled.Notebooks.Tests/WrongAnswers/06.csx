//// 06-1 · a little too large · of the state is left
double largestTakeBias = -4;
//// 06-1 · zero · of the state is left
double largestTakeBias = 0;
//// 06-1 · smaller than it need be · keeps half as well
double largestTakeBias = -6;
//// 06-1 · sign of z swapped · what does z = 1 mean
double largestTakeBias = 5;
//// 06-1 · not a whole number · a whole number
double largestTakeBias = -4.27;
//// 06-1 · out of range · a whole number
double largestTakeBias = 1000;
//// 06-2 · sign of z not swapped · means the opposite
(Matrix W_z, Matrix U_z, Vector b_z) KeepingUpdateGate(GruCell from) =>
    (from.W_z, from.U_z, from.b_z);
//// 06-2 · one minus the weights · not 1 − W
(Matrix W_z, Matrix U_z, Vector b_z) KeepingUpdateGate(GruCell from) =>
    (1 - from.W_z, 1 - from.U_z, 1 - from.b_z);
//// 06-2 · forgotten bias · give all three
(Matrix W_z, Matrix U_z, Vector b_z) KeepingUpdateGate(GruCell from) =>
    (-from.W_z, -from.U_z, null);
//// 06-2 · bias not negated · what else is added
(Matrix W_z, Matrix U_z, Vector b_z) KeepingUpdateGate(GruCell from) =>
    (-from.W_z, -from.U_z, from.b_z);
//// 06-2 · only W negated · what else is added
(Matrix W_z, Matrix U_z, Vector b_z) KeepingUpdateGate(GruCell from) =>
    (-from.W_z, from.U_z, from.b_z);
//// 06-2 · not yet written · no answer
(Matrix W_z, Matrix U_z, Vector b_z) KeepingUpdateGate(GruCell from)
{
    return default;
}
//// 06-3 · sign of z swapped · convention
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + r.Times(w.U_n * h + w.b_hn) + w.b_n).Map(Math.Tanh);
    return (1 - z).Times(h) + z.Times(n);
}
//// 06-3 · reset before the product · resets before
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + w.U_n * r.Times(h) + w.b_n).Map(Math.Tanh);
    return z.Times(h) + (1 - z).Times(n);
}
//// 06-3 · reset before the product, with both biases · resets before
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + w.U_n * r.Times(h) + w.b_hn + w.b_n).Map(Math.Tanh);
    return z.Times(h) + (1 - z).Times(n);
}
//// 06-3 · forgotten bias · a bias is missing
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + r.Times(w.U_n * h) + w.b_n).Map(Math.Tanh);
    return z.Times(h) + (1 - z).Times(n);
}
//// 06-3 · bias outside the bracket · does not reach it
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + r.Times(w.U_n * h) + w.b_hn + w.b_n).Map(Math.Tanh);
    return z.Times(h) + (1 - z).Times(n);
}
//// 06-3 · forgotten outer bias · two biases
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + r.Times(w.U_n * h + w.b_hn)).Map(Math.Tanh);
    return z.Times(h) + (1 - z).Times(n);
}
//// 06-3 · outer bias twice · in it twice
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + r.Times(w.U_n * h + w.b_hn) + 2 * w.b_n).Map(Math.Tanh);
    return z.Times(h) + (1 - z).Times(n);
}
//// 06-3 · without the reset gate · reset gate is missing
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + w.U_n * h + w.b_hn + w.b_n).Map(Math.Tanh);
    return z.Times(h) + (1 - z).Times(n);
}
//// 06-3 · logistic candidate · which function makes the candidate
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = Squash(w.W_n * x + r.Times(w.U_n * h + w.b_hn) + w.b_n);
    return z.Times(h) + (1 - z).Times(n);
}
//// 06-3 · only the candidate · Mix it
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + r.Times(w.U_n * h + w.b_hn) + w.b_n).Map(Math.Tanh);
    return n;
}
//// 06-3 · W and U swapped · throws
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * h + r.Times(w.U_n * h + w.b_hn) + w.b_n).Map(Math.Tanh);
    return z.Times(h) + (1 - z).Times(n);
}
//// 06-4 · missing transpose · What leads back
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.Times(z) + w.U_r * da_r + w.U_z * da_z + w.U_n * da_n.Times(r);
//// 06-4 · sign of z swapped · what is the old state multiplied by
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.Times(1 - z)
        + w.U_r.TransposeThisAndMultiply(da_r)
        + w.U_z.TransposeThisAndMultiply(da_z)
        + w.U_n.TransposeThisAndMultiply(da_n.Times(r));
//// 06-4 · without the reset gate · meets the reset gate too
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.Times(z)
        + w.U_r.TransposeThisAndMultiply(da_r)
        + w.U_z.TransposeThisAndMultiply(da_z)
        + w.U_n.TransposeThisAndMultiply(da_n);
//// 06-4 · the form of the chapter · reset before the product
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.Times(z)
        + w.U_r.TransposeThisAndMultiply(da_r)
        + w.U_z.TransposeThisAndMultiply(da_z)
        + r.Times(w.U_n.TransposeThisAndMultiply(da_n));
//// 06-4 · without the mean · and the shortest
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    w.U_r.TransposeThisAndMultiply(da_r) + w.U_z.TransposeThisAndMultiply(da_z)
        + w.U_n.TransposeThisAndMultiply(da_n.Times(r));
//// 06-4 · only through the mean and the candidate · the gates saw
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.Times(z) + w.U_n.TransposeThisAndMultiply(da_n.Times(r));
//// 06-4 · without the candidate · the candidate saw
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.Times(z) + w.U_r.TransposeThisAndMultiply(da_r) + w.U_z.TransposeThisAndMultiply(da_z);
//// 06-4 · without the update gate · the update gate saw
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.Times(z) + w.U_r.TransposeThisAndMultiply(da_r)
        + w.U_n.TransposeThisAndMultiply(da_n.Times(r));
//// 06-4 · without the path of the reset gate · the reset gate saw
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.Times(z) + w.U_z.TransposeThisAndMultiply(da_z)
        + w.U_n.TransposeThisAndMultiply(da_n.Times(r));
//// 06-5 · nothing held · is to stand still
Gru WithoutUpdateGate(Random source) =>
    new Gru(2, 1, source, ResetPlacement.BeforeProduct);
//// 06-5 · the reset gate held · you hold the reset gate
Gru WithoutUpdateGate(Random source) =>
    Initialize.GateBias(new Gru(2, 1, source, ResetPlacement.BeforeProduct), "r", 40);
//// 06-5 · held at 1 · the state never changes
Gru WithoutUpdateGate(Random source) =>
    Initialize.GateBias(new Gru(2, 1, source, ResetPlacement.BeforeProduct), "z", 40);
//// 06-5 · a bias that is too small · is to stand still
Gru WithoutUpdateGate(Random source) =>
    Initialize.GateBias(new Gru(2, 1, source, ResetPlacement.BeforeProduct), "z", -3);
//// 06-5 · two units · one unit
Gru WithoutUpdateGate(Random source) =>
    Initialize.GateBias(new Gru(2, 2, source, ResetPlacement.BeforeProduct), "z", -40);
//// 06-6 · nothing set · When shall z be 0
GruCell BinaryCounter()
{
    var gru = GruCell.Zeros(1, 3, ResetPlacement.BeforeProduct);
    for (int k = 0; k < 3; k++)
    {
        gru.b_z[k] = 20;
    }
    return gru;
}
//// 06-6 · every digit changes at every 1 · When does a binary digit change
GruCell BinaryCounter()
{
    var gru = GruCell.Zeros(1, 3, ResetPlacement.BeforeProduct);
    for (int k = 0; k < 3; k++)
    {
        gru.U_n[k, k] = -40;
        gru.W_z[k, 0] = -40;
        gru.b_z[k] = 20;
    }
    return gru;
}
//// 06-6 · a candidate of the same sign · When shall z be 0
GruCell BinaryCounter()
{
    var gru = GruCell.Zeros(1, 3, ResetPlacement.BeforeProduct);
    for (int k = 0; k < 3; k++)
    {
        gru.U_n[k, k] = 40;
        gru.W_z[k, 0] = -40;
        gru.b_z[k] = 20;
    }
    return gru;
}
//// 06-6 · z in the other convention · after step
GruCell BinaryCounter()
{
    var gru = GruCell.Zeros(1, 3, ResetPlacement.BeforeProduct);
    for (int k = 0; k < 3; k++)
    {
        gru.U_n[k, k] = -40;
        gru.W_z[k, 0] = 40;
        gru.b_z[k] = -20;
    }
    return gru;
}
//// 06-6 · two units · three units
GruCell BinaryCounter() => GruCell.Zeros(1, 2, ResetPlacement.BeforeProduct);
