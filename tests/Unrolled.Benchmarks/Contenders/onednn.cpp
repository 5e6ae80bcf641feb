// Times oneDNN's LSTM: a request a line, and for each the milliseconds of every run; see PeerProcess.cs.
//
// Weights are kept as a trainer keeps them, in one plain layout, and change at every training step; so a training step
// reorders them into the layouts that forward and backward want, and the gradients back. Inference reorders them once.

#include <oneapi/dnnl/dnnl.hpp>

#include <chrono>
#include <cstring>
#include <functional>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace dnnl;
using tag = memory::format_tag;
using clock_type = std::chrono::steady_clock;

static const int warm_runs = 5;
static const double warm_seconds = 0.25;
static const memory::dim gates = 4;

struct sizes {
    memory::dim input, hidden, time, batch;
};

static double seconds_since(clock_type::time_point start) {
    return std::chrono::duration<double>(clock_type::now() - start).count();
}

class lstm {
public:
    lstm(const sizes &n, bool training)
        : training(training)
        , x(random(md({n.time, n.batch, n.input}, tag::tnc)))
        , h0(zeros(md({1, 1, n.batch, n.hidden}, tag::ldnc)))
        , c0(zeros(h0.get_desc()))
        , w(random(md({1, 1, n.input, gates, n.hidden}, tag::ldigo)))
        , u(random(md({1, 1, n.hidden, gates, n.hidden}, tag::ldigo)))
        , b(random(md({1, 1, gates, n.hidden}, tag::ldgo)))
        , y(zeros(md({n.time, n.batch, n.hidden}, tag::tnc)))
        , h(zeros(h0.get_desc()))
        , c(zeros(h0.get_desc())) {
        auto w_any = md({1, 1, n.input, gates, n.hidden}, tag::any);
        auto u_any = md({1, 1, n.hidden, gates, n.hidden}, tag::any);
        forward_pd = {{training ? prop_kind::forward_training : prop_kind::forward_inference,
                              rnn_direction::unidirectional_left2right, x.get_desc(), h0.get_desc(), c0.get_desc(),
                              w_any, u_any, b.get_desc(), y.get_desc(), h.get_desc(), c.get_desc()},
                engine_};
        forward_ = lstm_forward(forward_pd);
        w_forward = memory(forward_pd.weights_layer_desc(), engine_);
        u_forward = memory(forward_pd.weights_iter_desc(), engine_);
        workspace = memory(forward_pd.workspace_desc(), engine_);
        if (training)
            prepare_backward(w_any, u_any);
        reorder_forward();
    }

    // Forward with fixed weights.
    void infer() {
        run_forward();
        stream_.wait();
    }

    // Forward, and from dL/dy the gradients of x and of all weights.
    void train() {
        reorder_forward();
        run_forward();
        reorder(w, w_backward);
        reorder(u, u_backward);
        for (const auto &gradient : {dw_backward, du_backward, db})
            clear(gradient); // Backward adds to them.
        backward_.execute(stream_,
                {{DNNL_ARG_SRC_LAYER, x}, {DNNL_ARG_SRC_ITER, h0}, {DNNL_ARG_SRC_ITER_C, c0},
                        {DNNL_ARG_WEIGHTS_LAYER, w_backward}, {DNNL_ARG_WEIGHTS_ITER, u_backward}, {DNNL_ARG_BIAS, b},
                        {DNNL_ARG_DST_LAYER, y}, {DNNL_ARG_DST_ITER, h}, {DNNL_ARG_DST_ITER_C, c},
                        {DNNL_ARG_DIFF_SRC_LAYER, dx}, {DNNL_ARG_DIFF_SRC_ITER, dh0}, {DNNL_ARG_DIFF_SRC_ITER_C, dc0},
                        {DNNL_ARG_DIFF_WEIGHTS_LAYER, dw_backward}, {DNNL_ARG_DIFF_WEIGHTS_ITER, du_backward},
                        {DNNL_ARG_DIFF_BIAS, db}, {DNNL_ARG_DIFF_DST_LAYER, dy}, {DNNL_ARG_DIFF_DST_ITER, dh},
                        {DNNL_ARG_DIFF_DST_ITER_C, dc}, {DNNL_ARG_WORKSPACE, workspace}});
        reorder(dw_backward, dw);
        reorder(du_backward, du);
        stream_.wait();
    }

private:
    engine engine_ {engine::kind::cpu, 0};
    stream stream_ {engine_};
    bool training;
    memory x, h0, c0, w, u, b, y, h, c;
    memory w_forward, u_forward, workspace;
    memory w_backward, u_backward, dx, dh0, dc0, dw_backward, du_backward, db, dy, dh, dc, dw, du;
    lstm_forward::primitive_desc forward_pd;
    lstm_forward forward_;
    lstm_backward backward_;

    void prepare_backward(const memory::desc &w_any, const memory::desc &u_any) {
        lstm_backward::primitive_desc pd({prop_kind::backward, rnn_direction::unidirectional_left2right, x.get_desc(),
                                                 h0.get_desc(), c0.get_desc(), w_any, u_any, b.get_desc(), y.get_desc(),
                                                 h.get_desc(), c.get_desc(), x.get_desc(), h0.get_desc(), c0.get_desc(),
                                                 w_any, u_any, b.get_desc(), y.get_desc(), h.get_desc(), c.get_desc()},
                engine_, forward_pd);
        backward_ = lstm_backward(pd);
        w_backward = memory(pd.weights_layer_desc(), engine_);
        u_backward = memory(pd.weights_iter_desc(), engine_);
        dx = zeros(x.get_desc());
        dh0 = zeros(h0.get_desc());
        dc0 = zeros(c0.get_desc());
        dw_backward = memory(pd.diff_weights_layer_desc(), engine_);
        du_backward = memory(pd.diff_weights_iter_desc(), engine_);
        db = zeros(b.get_desc());
        dy = random(y.get_desc());
        dh = zeros(h.get_desc());
        dc = zeros(c.get_desc());
        dw = zeros(w.get_desc());
        du = zeros(u.get_desc());
    }

    void run_forward() {
        std::unordered_map<int, memory> arguments {{DNNL_ARG_SRC_LAYER, x}, {DNNL_ARG_SRC_ITER, h0},
                {DNNL_ARG_SRC_ITER_C, c0}, {DNNL_ARG_WEIGHTS_LAYER, w_forward}, {DNNL_ARG_WEIGHTS_ITER, u_forward},
                {DNNL_ARG_BIAS, b}, {DNNL_ARG_DST_LAYER, y}, {DNNL_ARG_DST_ITER, h}, {DNNL_ARG_DST_ITER_C, c}};
        if (training)
            arguments.insert({DNNL_ARG_WORKSPACE, workspace});
        forward_.execute(stream_, arguments);
    }

    void reorder_forward() {
        reorder(w, w_forward);
        reorder(u, u_forward);
    }

    void reorder(memory &from, memory &to) { dnnl::reorder(from, to).execute(stream_, from, to); }

    static memory::desc md(const memory::dims &shape, tag layout) {
        return memory::desc(shape, memory::data_type::f32, layout);
    }

    static void clear(const memory &values) { std::memset(values.get_data_handle(), 0, values.get_desc().get_size()); }

    memory zeros(const memory::desc &desc) {
        memory values(desc, engine_);
        clear(values);
        return values;
    }

    memory random(const memory::desc &desc) {
        memory values(desc, engine_);
        std::mt19937 source(1);
        std::uniform_real_distribution<float> uniform(-.1f, .1f);
        auto *numbers = static_cast<float *>(values.get_data_handle());
        for (size_t i = 0; i < desc.get_size() / sizeof(float); i++)
            numbers[i] = uniform(source);
        return values;
    }
};

static void print_milliseconds(const std::function<void()> &run, int runs, double seconds) {
    auto begin = clock_type::now();
    for (int warm = 0; warm < warm_runs || seconds_since(begin) < warm_seconds; warm++)
        run();
    begin = clock_type::now();
    std::vector<double> times;
    while (times.size() < static_cast<size_t>(runs) || seconds_since(begin) < seconds) {
        auto before = clock_type::now();
        run();
        times.push_back(1e3 * seconds_since(before));
    }
    for (double time : times)
        std::cout << time << ' ';
    std::cout << std::endl;
}

int main() {
    const auto *version = dnnl_version();
    std::cout << "ready " << version->major << '.' << version->minor << '.' << version->patch << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string work, cell;
        sizes n;
        int runs;
        double seconds;
        words >> work >> cell >> n.input >> n.hidden >> n.time >> n.batch >> runs >> seconds;
        bool training = work == "training-step";
        lstm model(n, training);
        print_milliseconds([&] { training ? model.train() : model.infer(); }, runs, seconds);
    }
}
