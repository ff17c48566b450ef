-- Neovim's own client: opens the article, waits for what is found, applies the suggestion that is offered for the
-- finding of that code, waits again, and leaves the text in the file and what it saw beside it.
local article, report, code = unpack(vim.fn.json_decode(vim.env.FACTLINT_TEST))
local seen = {}

local function wait(what, done)
  if not vim.wait(60000, done, 50) then
    error("waited in vain: " .. what)
  end
end

local function diagnostics()
  return vim.tbl_map(function(each)
    local words = vim.api.nvim_buf_get_text(0, each.lnum, each.col, each.end_lnum, each.end_col, {})
    return { code = each.code, message = each.message, words = table.concat(words, "\n"), severity = each.severity }
  end, vim.diagnostic.get(0))
end

local function request(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, 60000))
  local _, answer = next(answers)
  assert(answer and not answer.err, vim.inspect(answers))
  return answer.result
end

local function run()
  vim.cmd("edit " .. vim.fn.fnameescape(article))
  local client = vim.lsp.start_client({ name = "factlint", cmd = vim.fn.json_decode(vim.env.FACTLINT_SERVER) })
  vim.lsp.buf_attach_client(0, client)
  wait("the findings", function() return #vim.diagnostic.get(0) > 0 end)
  seen.before = diagnostics()

  local finding = vim.tbl_filter(function(each) return each.code == code end, vim.diagnostic.get(0))[1]
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  seen.hover = request("textDocument/hover", vim.lsp.util.make_position_params()).contents.value

  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  for _, action in ipairs(request("textDocument/codeAction", params)) do
    if action.isPreferred then
      vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(client).offset_encoding)
    end
  end
  wait("the findings after the edit", function() return #vim.diagnostic.get(0) < #seen.before end)
  seen.after = diagnostics()
  vim.cmd("write")
  vim.lsp.stop_client(client)
end

local ok, message = pcall(run)
seen.error = not ok and tostring(message) or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, report)
vim.cmd("qall!")
