//// 06-1 · a little too large · less than half is left
double largestTakeBias = -4;
//// 06-1 · smaller than it need be · so does a larger one
double largestTakeBias = -6;
//// 06-1 · sign of z swapped · what does z = 1 mean
double largestTakeBias = 5;
//// 06-1 · not a whole number · a whole number
double largestTakeBias = -4.27;
//// 06-2 · sign of z not swapped · means the opposite
void CopyUpdateGate(GruCell from, GruCell to)
{
    from.W_z.CopyTo(to.W_z);
    from.U_z.CopyTo(to.U_z);
    from.b_z.CopyTo(to.b_z);
}
//// 06-2 · forgotten bias · what else is added
void CopyUpdateGate(GruCell from, GruCell to)
{
    (-from.W_z).CopyTo(to.W_z);
    (-from.U_z).CopyTo(to.U_z);
}
//// 06-2 · bias not negated · what else is added
void CopyUpdateGate(GruCell from, GruCell to)
{
    (-from.W_z).CopyTo(to.W_z);
    (-from.U_z).CopyTo(to.U_z);
    from.b_z.CopyTo(to.b_z);
}
//// 06-3 · sign of z swapped · convention
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + r.PointwiseMultiply(w.U_n * h + w.b_hn) + w.b_n).Map(Math.Tanh);
    return (1 - z).PointwiseMultiply(h) + z.PointwiseMultiply(n);
}
//// 06-3 · reset before the product · resets before
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + w.U_n * r.PointwiseMultiply(h) + w.b_n).Map(Math.Tanh);
    return z.PointwiseMultiply(h) + (1 - z).PointwiseMultiply(n);
}
//// 06-3 · forgotten bias · a bias is missing
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = (w.W_n * x + r.PointwiseMultiply(w.U_n * h) + w.b_n).Map(Math.Tanh);
    return z.PointwiseMultiply(h) + (1 - z).PointwiseMultiply(n);
}
//// 06-3 · logistic candidate · one after the other
Vector GruStep(GruCell w, Vector x, Vector h)
{
    Vector Squash(Vector a) => a.Map(value => 1 / (1 + Math.Exp(-value)));
    var r = Squash(w.W_r * x + w.U_r * h + w.b_r);
    var z = Squash(w.W_z * x + w.U_z * h + w.b_z);
    var n = Squash(w.W_n * x + r.PointwiseMultiply(w.U_n * h + w.b_hn) + w.b_n);
    return z.PointwiseMultiply(h) + (1 - z).PointwiseMultiply(n);
}
//// 06-4 · missing transpose · What leads back
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.PointwiseMultiply(z) + w.U_r * da_r + w.U_z * da_z + w.U_n * da_n.PointwiseMultiply(r);
//// 06-4 · sign of z swapped · what stands before
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.PointwiseMultiply(1 - z)
        + w.U_r.TransposeThisAndMultiply(da_r)
        + w.U_z.TransposeThisAndMultiply(da_z)
        + w.U_n.TransposeThisAndMultiply(da_n.PointwiseMultiply(r));
//// 06-4 · without the reset gate · meets the reset gate too
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.PointwiseMultiply(z)
        + w.U_r.TransposeThisAndMultiply(da_r)
        + w.U_z.TransposeThisAndMultiply(da_z)
        + w.U_n.TransposeThisAndMultiply(da_n);
//// 06-4 · only through the mean and the candidate · the gates saw
Vector StateGradient(
    GruCell w, Vector dh, Vector z, Vector r,
    Vector da_r, Vector da_z, Vector da_n) =>
    dh.PointwiseMultiply(z) + w.U_n.TransposeThisAndMultiply(da_n.PointwiseMultiply(r));
