//// 05-1 · never clamped · no gate was held
Vector CellsAfterClamping(LstmCell cell, Vector[] xs, int from) => cell.Run(xs).Final.c;

//// 05-1 · clamped throughout · from the first step on
Vector CellsAfterClamping(LstmCell cell, Vector[] xs, int from) =>
    Intervention.HoldGate(cell, "f", 1).Run(xs).Final.c;

//// 05-1 · begun anew · the second part began from zero
Vector CellsAfterClamping(LstmCell cell, Vector[] xs, int from) =>
    Intervention.HoldGate(cell, "f", 1).Run(xs[from..]).Final.c;

//// 05-1 · one step too late · one step too late
Vector CellsAfterClamping(LstmCell cell, Vector[] xs, int from) =>
    Intervention.HoldGate(cell, "f", 1).Run(xs[(from + 1)..], cell.Run(xs[..(from + 1)]).Final).Final.c;

//// 05-1 · one step too early · one step too early
Vector CellsAfterClamping(LstmCell cell, Vector[] xs, int from) =>
    Intervention.HoldGate(cell, "f", 1).Run(xs[(from - 1)..], cell.Run(xs[..(from - 1)]).Final).Final.c;

//// 05-1 · the other gate · that is the input gate
Vector CellsAfterClamping(LstmCell cell, Vector[] xs, int from) =>
    Intervention.HoldGate(cell, "i", 1).Run(xs[from..], cell.Run(xs[..from]).Final).Final.c;

//// 05-1 · held shut · keeps nothing
Vector CellsAfterClamping(LstmCell cell, Vector[] xs, int from) =>
    Intervention.HoldGate(cell, "f", 0).Run(xs[from..], cell.Run(xs[..from]).Final).Final.c;

//// 05-1 · the net input at 1 · the gate only σ(1)
Vector CellsAfterClamping(LstmCell cell, Vector[] xs, int from)
{
    var held = Intervention.HoldGate(cell, "f", 1);
    Initialize.Constant(held.b_f, 1);
    return held.Run(xs[from..], cell.Run(xs[..from]).Final).Final.c;
}

//// 05-1 · h for c · this is h
Vector CellsAfterClamping(LstmCell cell, Vector[] xs, int from) =>
    Intervention.HoldGate(cell, "f", 1).Run(xs[from..], cell.Run(xs[..from]).Final).Final.h;

//// 05-1 · the parts exchanged · run the first part with the cell
Vector CellsAfterClamping(LstmCell cell, Vector[] xs, int from) =>
    cell.Run(xs[from..], Intervention.HoldGate(cell, "f", 1).Run(xs[..from]).Final).Final.c;

//// 05-2 · i and f exchanged · which gate stands at the old cell
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(hBefore, cBefore));
    var c = s.i.Times(cBefore) + s.f.Times(s.g);
    return (c, s.o.Times(Pointwise.Tanh(c)));
}

//// 05-2 · a sigmoid for the candidate · the candidate is no gate
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(hBefore, cBefore));
    var c = s.f.Times(cBefore) + s.i.Times(Pointwise.Sigmoid(s.a_g));
    return (c, s.o.Times(Pointwise.Tanh(c)));
}

//// 05-2 · coupled as in the GRU · not 1 − f
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(hBefore, cBefore));
    var c = s.f.Times(cBefore) + (1 - s.f).Times(s.g);
    return (c, s.o.Times(Pointwise.Tanh(c)));
}

//// 05-2 · forgotten biases · a term of every net input is missing
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var c = Pointwise.Sigmoid(w.W_f * x + w.U_f * hBefore).Times(cBefore)
        + Pointwise.Sigmoid(w.W_i * x + w.U_i * hBefore).Times(Pointwise.Tanh(w.W_g * x + w.U_g * hBefore));
    return (c, Pointwise.Sigmoid(w.W_o * x + w.U_o * hBefore).Times(Pointwise.Tanh(c)));
}

//// 05-2 · no tanh on the way out · right: c; wrong: h. h has no bounds here
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(hBefore, cBefore));
    return (s.c, s.o.Times(s.c));
}

//// 05-2 · the hidden state left out · look at the hidden state too
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(0 * hBefore, cBefore));
    return (s.c, s.h);
}

//// 05-2 · the old cell shown · right: c; wrong: h. h comes from the new cell
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(hBefore, cBefore));
    return (s.c, s.o.Times(Pointwise.Tanh(cBefore)));
}

//// 05-2 · no tanh on the way in · the tanh of its net input
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(hBefore, cBefore));
    var c = s.f.Times(cBefore) + s.i.Times(s.a_g);
    return (c, s.o.Times(Pointwise.Tanh(c)));
}

//// 05-2 · one bias forgotten · missing in the input gate's net input
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(hBefore, cBefore));
    var c = s.f.Times(cBefore) + Pointwise.Sigmoid(s.a_i - w.b_i).Times(s.g);
    return (c, s.o.Times(Pointwise.Tanh(c)));
}

//// 05-2 · the forget gate's bias forgotten · missing in the forget gate's net input
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(hBefore, cBefore));
    var c = Pointwise.Sigmoid(s.a_f - w.b_f).Times(cBefore) + s.i.Times(s.g);
    return (c, s.o.Times(Pointwise.Tanh(c)));
}

//// 05-2 · the candidate's bias forgotten · missing in the candidate's net input
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(hBefore, cBefore));
    var c = s.f.Times(cBefore) + s.i.Times(Pointwise.Tanh(s.a_g - w.b_g));
    return (c, s.o.Times(Pointwise.Tanh(c)));
}

//// 05-2 · the output gate's bias forgotten · missing in the output gate's net input
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(hBefore, cBefore));
    return (s.c, Pointwise.Sigmoid(s.a_o - w.b_o).Times(s.tanh_c));
}

//// 05-2 · the layers look at the cell · and yours at the cell
(Vector c, Vector h) StepForward(LstmCell w, Vector x, Vector hBefore, Vector cBefore)
{
    var s = w.Forward(x, new State(cBefore, cBefore));
    return (s.c, s.h);
}

//// 05-3 · carousel alone · only the carousel is left
double steadyUg = 0;

//// 05-3 · no gates on the way · both stand at one half
double steadyUg = .2;

//// 05-3 · one gate on the way · two gates on the way
double steadyUg = .4;

//// 05-3 · the sign exchanged · the two paths add up
double steadyUg = -.8;

//// 05-3 · the answer for a cell that never forgets · What is its factor in one step?
double steadyUg = 4;

//// 05-4 · no candidate · the cell stays 0
LstmCell Counter()
{
    var counter = LstmCell.Zeros(inputSize: 2, hiddenSize: 1);
    counter.W_i[0, 0] = 40;
    counter.b_i[0] = -20;
    counter.W_f[0, 1] = -40;
    counter.b_f[0] = 20;
    return counter;
}

//// 05-4 · an input gate that is always open · which gate was open?
LstmCell Counter()
{
    var counter = LstmCell.Zeros(inputSize: 2, hiddenSize: 1);
    counter.b_g[0] = 20;
    counter.b_i[0] = 20;
    counter.W_f[0, 1] = -40;
    counter.b_f[0] = 20;
    return counter;
}

//// 05-4 · a forget gate of one half · what is f when nothing resets?
LstmCell Counter()
{
    var counter = LstmCell.Zeros(inputSize: 2, hiddenSize: 1);
    counter.b_g[0] = 20;
    counter.W_i[0, 0] = 40;
    counter.b_i[0] = -20;
    counter.W_f[0, 1] = -40;
    return counter;
}

//// 05-4 · sign of the forget gate swapped · the reset did not
LstmCell Counter()
{
    var counter = LstmCell.Zeros(inputSize: 2, hiddenSize: 1);
    counter.b_g[0] = 20;
    counter.W_i[0, 0] = 40;
    counter.b_i[0] = -20;
    counter.W_f[0, 1] = 40;
    counter.b_f[0] = 20;
    return counter;
}

//// 05-4 · a reset that also shuts the input gate · should leave 1
LstmCell Counter()
{
    var counter = LstmCell.Zeros(inputSize: 2, hiddenSize: 1);
    counter.b_g[0] = 20;
    counter.W_i[0, 0] = 40;
    counter.W_i[0, 1] = -40;
    counter.b_i[0] = -20;
    counter.W_f[0, 1] = -40;
    counter.b_f[0] = 20;
    return counter;
}

//// 05-5 · the carousel cut · without it the carousel is cut
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev - s.g).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}

//// 05-5 · no slope of tanh · and it has a slope
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o);
    var da_f = dc.Times(s.c_prev - s.g).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}

//// 05-5 · no output gate · passed the output gate
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev - s.g).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}

//// 05-5 · dcNext through the gate twice · it has passed its forget gate
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext.Times(s.f) + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev - s.g).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}

//// 05-5 · f as in the plain LSTM · 1 − f stands at the candidate
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}

//// 05-5 · the wrong sign · 1 − f falls
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev + s.g).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}

//// 05-5 · da_f without a slope · the gradient of the gate f
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev - s.g);
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}

//// 05-5 · da_g without a slope · one tanh further back
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev - s.g).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(1 - s.f);
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}

//// 05-5 · the wrong gate at the candidate · What stands at the candidate here
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev - s.g).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}

//// 05-5 · da_o without a slope · the gradient of the gate o
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev - s.g).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}

//// 05-5 · the output gate from dc · the output gate acts on h alone
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev - s.g).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dc.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}

//// 05-5 · a carousel of 1 · passes a gate on the way
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev - s.g).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc);
}

//// 05-5 · dcNext alone goes back · and not dcNext alone
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev - s.g).Times(s.f).Times(1 - s.f);
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dcNext.Times(s.f));
}

//// 05-5 · the slope of tanh for the gate · right: dc, da_g, da_o, dcBefore; wrong: da_f
(Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) CoupledBackward(
    LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    var da_f = dc.Times(s.c_prev - s.g).Times(1 - s.f.Times(s.f));
    var da_g = dc.Times(1 - s.f).Times(1 - s.g.Times(s.g));
    var da_o = dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o);
    return (dc, da_f, da_g, da_o, dc.Times(s.f));
}
