//// 05-1 · one too small · of the cell is left
double smallestBias = 4;

//// 05-1 · larger than needed · and so does less
double smallestBias = 7;

//// 05-1 · no whole number · a whole number was asked for
double smallestBias = 4.98;

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

//// 05-2 · the hidden state left out · term by term
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

//// 05-3 · carousel alone · only the carousel is left
double steadyUg = 0;

//// 05-3 · no gates on the way · both stand at one half
double steadyUg = .2;

//// 05-3 · one gate on the way · two gates on the way
double steadyUg = .4;

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

//// 05-5 · detached cell · without it the carousel is cut
(Vector dc, Vector da_i, Vector da_f, Vector da_g, Vector da_o,
    Vector dcBefore) StepBackward(LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    return (dc, dc.Times(s.g).Times(s.i).Times(1 - s.i), dc.Times(s.c_prev).Times(s.f).Times(1 - s.f),
        dc.Times(s.i).Times(1 - s.g.Times(s.g)), dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o), dc.Times(s.f));
}

//// 05-5 · no slope of tanh · it has a slope
(Vector dc, Vector da_i, Vector da_f, Vector da_g, Vector da_o,
    Vector dcBefore) StepBackward(LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o);
    return (dc, dc.Times(s.g).Times(s.i).Times(1 - s.i), dc.Times(s.c_prev).Times(s.f).Times(1 - s.f),
        dc.Times(s.i).Times(1 - s.g.Times(s.g)), dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o), dc.Times(s.f));
}

//// 05-5 · no output gate · passed the output gate
(Vector dc, Vector da_i, Vector da_f, Vector da_g, Vector da_o,
    Vector dcBefore) StepBackward(LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(1 - s.tanh_c.Times(s.tanh_c));
    return (dc, dc.Times(s.g).Times(s.i).Times(1 - s.i), dc.Times(s.c_prev).Times(s.f).Times(1 - s.f),
        dc.Times(s.i).Times(1 - s.g.Times(s.g)), dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o), dc.Times(s.f));
}

//// 05-5 · a carousel of 1 · passes a gate on the way
(Vector dc, Vector da_i, Vector da_f, Vector da_g, Vector da_o,
    Vector dcBefore) StepBackward(LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    return (dc, dc.Times(s.g).Times(s.i).Times(1 - s.i), dc.Times(s.c_prev).Times(s.f).Times(1 - s.f),
        dc.Times(s.i).Times(1 - s.g.Times(s.g)), dh.Times(s.tanh_c).Times(s.o).Times(1 - s.o), dc);
}

//// 05-5 · gates for net inputs · one sigmoid further back
(Vector dc, Vector da_i, Vector da_f, Vector da_g, Vector da_o,
    Vector dcBefore) StepBackward(LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    return (dc, dc.Times(s.g), dc.Times(s.c_prev), dc.Times(s.i), dh.Times(s.tanh_c), dc.Times(s.f));
}

//// 05-5 · the output gate from dc · the output gate acts on h alone
(Vector dc, Vector da_i, Vector da_f, Vector da_g, Vector da_o,
    Vector dcBefore) StepBackward(LstmStep s, Vector dh, Vector dcNext)
{
    var dc = dcNext + dh.Times(s.o).Times(1 - s.tanh_c.Times(s.tanh_c));
    return (dc, dc.Times(s.g).Times(s.i).Times(1 - s.i), dc.Times(s.c_prev).Times(s.f).Times(1 - s.f),
        dc.Times(s.i).Times(1 - s.g.Times(s.g)), dc.Times(s.tanh_c).Times(s.o).Times(1 - s.o), dc.Times(s.f));
}
